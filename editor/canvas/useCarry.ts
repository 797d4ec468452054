import { type PointerEvent, useRef } from "react";
import type { Frame } from "../../engine/document.ts";
import { app } from "../app.ts";
import { edit, type Point } from "../edit.ts";
import { words } from "../words.ts";
import type { Stage } from "./stage.ts";

interface Carried {
  readonly x: number;
  readonly y: number;
  readonly from: ReadonlyMap<string, Point>;
  to: ReadonlyMap<string, Point>;
}

/** Handlers that make an element the handle of a frame: dragging it moves all its nodes, as one change of the document. */
export function useCarry(frame: Frame, stage: Stage) {
  const carried = useRef<Carried | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const from = new Map(
        frame.nodes.flatMap((id) => {
          const at = stage.places.get(id);
          return at ? [[id, at] as const] : [];
        }),
      );
      carried.current = { x: event.clientX, y: event.clientY, from, to: from };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { current } = carried;
      if (!current) return;
      const { k } = stage.transform.getState();
      const step = (pixels: number) => Math.round(pixels / k / 4) * 4;
      const [dx, dy] = [step(event.clientX - current.x), step(event.clientY - current.y)];
      current.to = new Map([...current.from].map(([id, [x, y]]) => [id, [x + dx, y + dy] as const]));
      stage.move(current.to);
    },
    onPointerUp() {
      const { current } = carried;
      carried.current = null;
      if (current) app.store.change(words.changes.move, edit.moveNodes(current.to));
    },
    onPointerCancel() {
      if (carried.current) stage.move(carried.current.from);
      carried.current = null;
    },
  };
}
