import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Stroke, StrokePoint } from "../../../engine/strokes.ts";
import type { Control } from "../useControl.ts";
import { brush, type Grip, strokePoint, type Touch } from "./brush.ts";
import type { Grid } from "./useGrid.ts";
import { useStroke } from "./useStroke.ts";

/** Where the brush is, as shares of the picture's width and height, and what it would do there. */
export interface Hand {
  readonly x: number;
  readonly y: number;
  readonly touch: Touch;
}

/** Steps of the arrow keys where no layer says how wide a cell is. */
const cellsElsewhere = 16;
/** Of a stroke that keys paint. */
const keys = -1;
/** The button of a pen's eraser. */
const eraserEnd = 5;

/** Mouse, pen, finger and keys on a picture, as strokes. */
export function useHand(
  strokes: Pick<Control<readonly Stroke[]>, "value" | "set" | "settle">,
  grid: Grid | null,
  /** What the brush does as it is held; null where it does nothing. */
  touch: (grip: Grip) => Touch | null,
) {
  const [hand, setHand] = useState<Hand | null>(null);
  const stroke = useStroke(strokes);

  function follow(event: PointerEvent): void {
    const [x, y] = placeOf(event, event.currentTarget);
    const [begun, now] = [stroke.busy(), touch(gripOf(event))];
    // A stroke ends as what it began.
    setHand((before) => (before && begun ? { ...before, x, y } : now && { x, y, touch: now }));
  }

  function lift(event: PointerEvent): void {
    if (!stroke.holds(event.pointerId)) return;
    stroke.end();
    if (event.pointerType === "touch") setHand(null);
  }

  function keyDown(event: KeyboardEvent): void {
    const [step, now] = [arrows[event.key], touch(gripOf(event))];
    if ((step === undefined && event.key !== " ") || now === null) return;
    const at = hand ?? { x: 0.5, y: 0.5, touch: now };
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) {
      stroke.begin(keys, strokeAt([at.x, at.y], now));
      stroke.end();
    }
    const { rows, columns } = grid ?? { rows: cellsElsewhere, columns: cellsElsewhere };
    const [dx, dy] = step ?? [0, 0];
    const within = (share: number) => Math.min(1, Math.max(0, share));
    setHand({ touch: now, x: within(at.x + dx / columns), y: within(at.y + dy / rows) });
  }

  const on = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 && event.button !== eraserEnd) return;
      event.stopPropagation();
      const now = touch(gripOf(event));
      if (stroke.busy() || now === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      follow(event);
      stroke.begin(event.pointerId, strokeAt(placeOf(event, event.currentTarget), now));
    },
    onPointerMove(event: PointerEvent) {
      if (stroke.busy() && !stroke.holds(event.pointerId)) return;
      follow(event);
      if (stroke.holds(event.pointerId)) stroke.extend(wayOf(event));
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onLostPointerCapture: lift,
    onPointerLeave: () => !stroke.busy() && setHand(null),
    onKeyDown: keyDown,
    onBlur: () => !stroke.busy() && setHand(null),
  };
  return { hand, on, busy: stroke.busy };
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function gripOf(event: { readonly altKey: boolean; readonly buttons?: number }): Grip {
  return { alt: event.altKey, otherEnd: ((event.buttons ?? 0) & 32) !== 0 };
}

function strokeAt(point: StrokePoint, touch: Touch): Stroke {
  return { ...touch, size: brush.getState().size, points: [point] };
}

function placeOf({ clientX, clientY }: { clientX: number; clientY: number }, on: Element): StrokePoint {
  const { left, top, width, height } = on.getBoundingClientRect();
  return strokePoint((clientX - left) / width, (clientY - top) / height);
}

/** All places since the last event, of which the browser keeps more than it tells. */
function wayOf({ nativeEvent, currentTarget }: PointerEvent): StrokePoint[] {
  const way = nativeEvent.getCoalescedEvents?.() ?? [];
  return (way.length > 0 ? way : [nativeEvent]).map((event) => placeOf(event, currentTarget));
}
