import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { cellAt, type Grid, type Place } from "../../../engine/place.ts";
import type { Control } from "../useControl.ts";
import { middleOf, placeNear } from "./placeText.ts";

/** Mouse, finger and keys that move a place: a change of the document a frame, one step of its history a drag. */
export function usePointing(
  { value, set, settle }: Pick<Control<Place>, "value" | "set" | "settle">,
  grid: Grid,
) {
  const [hand, setHand] = useState<Place | null>(null);
  const drag = useRef<{ readonly pointer: number; place: Place } | null>(null);
  const frame = useRef(0);

  function write(): void {
    frame.current = 0;
    if (drag.current) set(drag.current.place);
  }

  function end(): void {
    if (!drag.current) return;
    cancelAnimationFrame(frame.current);
    if (frame.current !== 0) write();
    drag.current = null;
    settle();
  }
  const last = useRef(end);
  last.current = end;
  useEffect(() => () => last.current(), []);

  function lift(event: PointerEvent): void {
    if (drag.current?.pointer !== event.pointerId) return;
    end();
    if (event.pointerType === "touch") setHand(null);
  }

  const on = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.stopPropagation();
      if (drag.current) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      settle();
      drag.current = { pointer: event.pointerId, place: placeUnder(event) };
      setHand(drag.current.place);
      write();
    },
    onPointerMove(event: PointerEvent) {
      if (drag.current && drag.current.pointer !== event.pointerId) return;
      const place = placeUnder(event);
      setHand(place);
      if (!drag.current) return;
      drag.current.place = place;
      if (frame.current === 0) frame.current = requestAnimationFrame(write);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onLostPointerCapture: lift,
    onPointerLeave: () => !drag.current && setHand(null),
    onKeyDown(event: KeyboardEvent) {
      const step = arrows[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const { row, column } = cellAt(value, grid);
      set(middleOf({ column: column + step[0], row: row + step[1] }, grid));
    },
    onBlur: settle,
  };
  return { hand, on };
}

const arrows: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function placeUnder({ clientX, clientY, currentTarget }: PointerEvent): Place {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return placeNear((clientX - left) / width, (clientY - top) / height);
}
