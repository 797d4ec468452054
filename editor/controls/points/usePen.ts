import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { PlanePoint } from "../../../engine/handPoints.ts";
import type { Control } from "../useControl.ts";
import { added, erased, eraserOf, fromShares, pen, planePoint, sprayed, withoutNearest } from "./pen.ts";

/** Where the pen is, and whether it would erase there. */
export interface Hand {
  readonly at: PlanePoint;
  readonly erases: boolean;
}

interface Stroke {
  readonly pointer: number;
  readonly erases: boolean;
  points: readonly PlanePoint[];
  /** Where the spray left its last point. */
  last: PlanePoint;
}

/** The right button, and the one of a pen's eraser. */
const erasers = [2, 5];
/** Steps of the arrow keys, and with Shift. */
const [step, fine] = [0.1, 0.02];

/** Mouse, pen, finger and keys in a plane: a change of the document a frame, one step of its history a stroke or key. */
export function usePen({
  value,
  set,
  settle,
}: Pick<Control<readonly PlanePoint[]>, "value" | "set" | "settle">) {
  const [hand, setHand] = useState<Hand | null>(null);
  const stroke = useRef<Stroke | null>(null);
  const frame = useRef(0);

  function write(): void {
    frame.current = 0;
    if (stroke.current) set(stroke.current.points);
  }

  function end(): void {
    if (!stroke.current) return;
    cancelAnimationFrame(frame.current);
    if (frame.current !== 0) write();
    stroke.current = null;
    settle();
  }
  const last = useRef(end);
  last.current = end;
  useEffect(() => () => last.current(), []);

  function once(points: readonly PlanePoint[]): void {
    settle();
    set(points);
    settle();
  }

  function lift(event: PointerEvent): void {
    if (stroke.current?.pointer !== event.pointerId) return;
    end();
    if (event.pointerType === "touch") setHand(null);
  }

  function keyDown(event: KeyboardEvent): void {
    const to = arrows[event.key];
    const at = hand?.at ?? ([0, 0] as const);
    const adds = event.key === " " || event.key === "Enter";
    const removes = event.key === "Delete" || event.key === "Backspace";
    if (!to && !adds && !removes) return;
    event.preventDefault();
    event.stopPropagation();
    if (adds) once(added(value, [at]));
    if (removes && value.length > 0) once(withoutNearest(value, at));
    const far = event.shiftKey ? fine : step;
    const [dx, dy] = to ?? [0, 0];
    setHand({ at: planePoint(at[0] + dx * far, at[1] + dy * far), erases: pen.getState().erase });
  }

  const on = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 && !erasers.includes(event.button)) return;
      event.stopPropagation();
      if (stroke.current) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      settle();
      const [at, erases] = [placeOf(event, event.currentTarget), erasesWith(event)];
      const points = erases ? erased(value, [at], eraserOf(pen.getState().width)) : added(value, [at]);
      stroke.current = { pointer: event.pointerId, erases, points, last: at };
      setHand({ at, erases });
      write();
    },
    onPointerMove(event: PointerEvent) {
      const { current } = stroke;
      if (current && current.pointer !== event.pointerId) return;
      const way = wayOf(event);
      setHand({ at: way.at(-1) as PlanePoint, erases: current?.erases ?? erasesWith(event) });
      if (!current) return;
      const { width } = pen.getState();
      if (current.erases) current.points = erased(current.points, way, eraserOf(width));
      else Object.assign(current, sprayed(current.points, current.last, way, width, Math.random));
      if (frame.current === 0) frame.current = requestAnimationFrame(write);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onLostPointerCapture: lift,
    onPointerLeave: () => !stroke.current && setHand(null),
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onKeyDown: keyDown,
    onFocus: ({ currentTarget }: { currentTarget: Element }) =>
      currentTarget.matches(":focus-visible") &&
      setHand((before) => before ?? { at: [0, 0], erases: pen.getState().erase }),
    onBlur: () => !stroke.current && setHand(null),
  };
  return { hand, on };
}

const arrows: Readonly<Record<string, PlanePoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Alt does what the pen is not set to. */
function erasesWith({ altKey, button, buttons }: PointerEvent): boolean {
  return erasers.includes(button) || (buttons & 32) !== 0 || pen.getState().erase !== altKey;
}

function placeOf({ clientX, clientY }: { clientX: number; clientY: number }, on: Element): PlanePoint {
  const { left, top, width, height } = on.getBoundingClientRect();
  return fromShares((clientX - left) / width, (clientY - top) / height);
}

/** All places since the last event, of which the browser keeps more than it tells. */
function wayOf({ nativeEvent, currentTarget }: PointerEvent): PlanePoint[] {
  const way = nativeEvent.getCoalescedEvents?.() ?? [];
  return (way.length > 0 ? way : [nativeEvent]).map((event) => placeOf(event, currentTarget));
}
