import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import type { Stroke } from "../../../engine/strokes.ts";
import { Plane } from "../../previews/Plane.tsx";
import { words } from "../../words.ts";
import type { Picture, Trail } from "./trail.ts";
import { type Before, beforeKey } from "./useBefore.ts";

interface Props {
  readonly trail: Trail;
  /** How many strokes of it are painted now. */
  readonly at: number;
  readonly before: Before;
  go(strokes: readonly Stroke[]): void;
}

/** Small pictures of the states that one can go back to, and a button that shows the first while it is held. */
export function TrailStrip({ trail: { strokes, pictures }, at, before, go }: Props) {
  return (
    <div className="trail" onPointerDown={keep}>
      <ol className="trail-states">
        {[null, ...strokes].map((stroke, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a state is its number
          <li key={index}>
            <State
              number={index}
              picture={pictures.get(stroke)}
              current={index === at}
              go={() => go(strokes.slice(0, index))}
            />
          </li>
        ))}
      </ol>
      <HoldBefore before={before} empty={at === 0} />
    </div>
  );
}

/** A drag that begins on the strip moves no node. */
const keep = (event: PointerEvent) => event.stopPropagation();

interface StateProps {
  readonly number: number;
  readonly picture: Picture | undefined;
  readonly current: boolean;
  go(): void;
}

function State({ number, picture, current, go }: StateProps) {
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a state is wider once it has its picture
  useEffect(() => {
    const strip = button.current?.closest("ol");
    if (!current || !strip || !button.current) return;
    // Not scrollIntoView: that would scroll the canvas, too.
    const { offsetLeft, offsetWidth } = button.current;
    const [first, last] = [offsetLeft + offsetWidth + 4 - strip.clientWidth, offsetLeft - 4];
    strip.scrollLeft = Math.min(last, Math.max(first, strip.scrollLeft));
  }, [current, picture]);
  return (
    <button
      ref={button}
      type="button"
      className="trail-state"
      aria-current={current}
      aria-label={words.brush.state(number)}
      title={words.brush.state(number)}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={() => !current && go()}
    >
      {picture ? <Plane {...picture} /> : <span className="trail-blank" />}
      <span>{words.brush.stateName(number)}</span>
    </button>
  );
}

function HoldBefore({ before, empty }: { before: Before; empty: boolean }) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "keyup") before.release();
    else if (!event.repeat) before.hold();
  };
  return (
    <button
      type="button"
      className="hold-before"
      aria-pressed={before.held}
      aria-label={words.brush.before}
      title={empty ? words.brush.nothingBefore : words.brush.holdBefore}
      disabled={empty}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        before.hold();
      }}
      onPointerUp={before.release}
      onPointerCancel={before.release}
      onLostPointerCapture={before.release}
      onKeyDown={press}
      onKeyUp={press}
      onBlur={before.release}
      onContextMenu={(event) => event.preventDefault()}
    >
      {words.brush.before}
      <kbd className="keys">{beforeKey}</kbd>
    </button>
  );
}
