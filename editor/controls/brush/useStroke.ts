import { useEffect, useRef } from "react";
import type { Stroke, StrokePoint } from "../../../engine/strokes.ts";
import type { Control } from "../useControl.ts";
import { lengthened } from "./brush.ts";

interface Held {
  readonly pointer: number;
  readonly before: readonly Stroke[];
  stroke: Stroke;
}

type Strokes = Pick<Control<readonly Stroke[]>, "value" | "set" | "settle">;

/** One stroke at a time, drawn by one pointer: a change of the document a frame, one step of its history in all. */
export function useStroke({ value, set, settle }: Strokes) {
  const held = useRef<Held | null>(null);
  const frame = useRef(0);
  const write = () => {
    frame.current = 0;
    if (held.current) set([...held.current.before, held.current.stroke]);
  };
  const end = () => {
    cancelAnimationFrame(frame.current);
    if (frame.current !== 0) write();
    held.current = null;
    settle();
  };
  const last = useRef(end);
  last.current = end;
  useEffect(() => () => void (held.current && last.current()), []);
  return {
    holds: (pointer: number) => held.current?.pointer === pointer,
    busy: () => held.current !== null,
    begin(pointer: number, stroke: Stroke) {
      settle();
      held.current = { pointer, before: value, stroke };
      write();
    },
    extend(points: readonly StrokePoint[]) {
      if (!held.current) return;
      const { stroke } = held.current;
      held.current.stroke = { ...stroke, points: lengthened(stroke.points, points, stroke.size) };
      if (frame.current === 0) frame.current = requestAnimationFrame(write);
    },
    end,
  };
}
