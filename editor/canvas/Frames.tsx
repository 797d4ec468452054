import { useEffect, useReducer } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { app } from "../app.ts";
import type { Stage } from "./stage.ts";
import { around } from "./viewport.ts";

/** Frames lie under their nodes and are as large as these need. */
export function Frames({ stage, holder }: { stage: Stage; holder: HTMLElement }) {
  const frames = useStore(app.store, ({ document }) => document.frames);
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (frames.length === 0) return;
    const stops = [stage.places.subscribe(null, again), stage.sizes.subscribe(null, again)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage, frames]);
  return createPortal(
    frames.map(({ id, label, nodes }) => {
      const box = around(nodes.flatMap((node) => stage.boxOf(node) ?? []));
      if (!box) return null;
      const place = {
        left: box.left - 10,
        top: box.top - 26,
        width: box.right - box.left + 20,
        height: box.bottom - box.top + 40,
      };
      const [, name, aside] = /^(.*?)(?:\s+(\d.*))?$/.exec(label) ?? [];
      return (
        <section key={id} className="frame" style={place} aria-label={label} data-frame={id}>
          <h3>
            {name} {aside && <small>{aside}</small>}
          </h3>
        </section>
      );
    }),
    holder,
  );
}
