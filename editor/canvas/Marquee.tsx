import { useEffect, useState } from "react";
import { app } from "../app.ts";
import type { Stage } from "./stage.ts";
import { startsCut } from "./startsCut.ts";

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Shift and drag over the empty table adds what the area touches to the selection. */
export function Marquee({ stage }: { stage: Stage }) {
  const [area, setArea] = useState<Area | null>(null);
  useEffect(() => {
    const { container } = stage;
    const down = (start: PointerEvent) => {
      if (
        start.button !== 0 ||
        !start.shiftKey ||
        startsCut(start) ||
        (start.target as Element).closest(".node")
      )
        return;
      const before = app.selection.getState().nodes;
      const move = (event: PointerEvent) => {
        setArea(between(container, start, event));
        app.selection.nodes([...before, ...touched(stage, start, event)]);
      };
      const up = () => {
        setArea(null);
        removeEventListener("pointermove", move);
        removeEventListener("pointerup", up);
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", up);
    };
    container.addEventListener("pointerdown", down);
    return () => container.removeEventListener("pointerdown", down);
  }, [stage]);
  return area && <div className="marquee" style={area} />;
}

function between(container: HTMLElement, a: PointerEvent, b: PointerEvent): Area {
  const { left, top } = container.getBoundingClientRect();
  return {
    left: Math.min(a.clientX, b.clientX) - left,
    top: Math.min(a.clientY, b.clientY) - top,
    width: Math.abs(a.clientX - b.clientX),
    height: Math.abs(a.clientY - b.clientY),
  };
}

function touched(stage: Stage, a: PointerEvent, b: PointerEvent): string[] {
  const [ax, ay] = stage.toCanvas(a.clientX, a.clientY);
  const [bx, by] = stage.toCanvas(b.clientX, b.clientY);
  const nodes = app.document.nodes.filter(({ id }) => {
    const box = stage.boxOf(id);
    if (!box) return false;
    const across = box.left < Math.max(ax, bx) && box.right > Math.min(ax, bx);
    return across && box.top < Math.max(ay, by) && box.bottom > Math.min(ay, by);
  });
  return nodes.map(({ id }) => id);
}
