import X from "lucide-react/icons/x";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { dismissHint, hints } from "../hints.ts";
import { words } from "../words.ts";
import { type HintPlace, placeHints } from "./hintPlaces.ts";
import type { Stage } from "./stage.ts";

const settles = 120;

/** What a first visitor may try, each beside its place. Nothing waits for them, and nothing under them is out of reach. */
export function Hints({ stage }: { stage: Stage }) {
  const left = useStore(hints, (state) => state.left);
  const places = usePlaces(stage, left);
  if (places.length === 0) return null;
  return (
    <aside className="hints" aria-label={words.hints.title}>
      <svg aria-hidden>
        {places.map(({ hint, target: [x, y], box }) => (
          <g key={hint}>
            <line
              x1={x}
              y1={y}
              x2={Math.max(box.left, Math.min(box.right, x))}
              y2={Math.max(box.top, Math.min(box.bottom, y))}
            />
            <circle cx={x} cy={y} r={3} />
          </g>
        ))}
      </svg>
      {places.map(({ hint, box }) => (
        <div className="hint" key={hint} data-hint={hint} style={{ left: box.left, top: box.top }}>
          <p>{words.hints[hint]}</p>
          <button
            type="button"
            className="icon-button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => dismissHint(hint)}
          >
            <X size={14} strokeWidth={1.4} aria-hidden />
          </button>
        </div>
      ))}
    </aside>
  );
}

function usePlaces(stage: Stage, left: readonly HintPlace["hint"][]): readonly HintPlace[] {
  const [places, setPlaces] = useState<readonly HintPlace[]>([]);
  useEffect(() => {
    if (left.length === 0) return setPlaces([]);
    let timer = 0;
    const place = () => setPlaces(placeHints(stage, left));
    const later = () => {
      setPlaces([]);
      clearTimeout(timer);
      timer = window.setTimeout(place, settles);
    };
    place();
    const stops = [
      stage.transform.subscribe(later),
      stage.places.subscribe(null, later),
      stage.sizes.subscribe(null, later),
      app.store.subscribe(({ document }, before) => document !== before.document && later()),
    ];
    const resized = new ResizeObserver(later);
    resized.observe(stage.container);
    return () => {
      clearTimeout(timer);
      resized.disconnect();
      for (const stop of stops) stop();
    };
  }, [stage, left]);
  return places;
}
