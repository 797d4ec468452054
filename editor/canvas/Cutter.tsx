import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { rewire } from "../rewire.ts";
import { words } from "../words.ts";
import { meets } from "./course.ts";
import type { Point } from "./route.ts";
import { noAim, type Stage } from "./stage.ts";
import { startsCut } from "./startsCut.ts";

/** Alt and drag over the table cuts the wires that the stroke crosses; Escape lets them be. */
export function Cutter({ stage }: { stage: Stage }) {
  const [stroke, setStroke] = useState<readonly Point[]>([]);
  const { x, y, k } = useStore(stage.transform);
  useEffect(() => followStrokes(stage, setStroke), [stage]);
  if (stroke.length === 0) return null;
  const points = stroke.map((at) => `${at[0] * k + x},${at[1] * k + y}`).join(" ");
  return (
    <svg className="cutter" aria-hidden>
      <polyline points={points} />
    </svg>
  );
}

function followStrokes(stage: Stage, show: (stroke: readonly Point[]) => void): () => void {
  const down = (start: PointerEvent) => {
    if (start.button !== 0 || !startsCut(start) || (start.target as Element).closest(".node")) return;
    start.preventDefault();
    cutAlong(stage, stage.toCanvas(start.clientX, start.clientY), show);
  };
  stage.container.addEventListener("pointerdown", down);
  return () => stage.container.removeEventListener("pointerdown", down);
}

/** One stroke, from pointer down to pointer up. */
function cutAlong(stage: Stage, start: Point, show: (stroke: readonly Point[]) => void): void {
  const courses = stage.wiring.courses();
  let stroke: readonly Point[] = [start];
  const move = (event: PointerEvent) => {
    const next = stage.toCanvas(event.clientX, event.clientY);
    const last = stroke.at(-1) as Point;
    stroke = [...stroke, next];
    show(stroke);
    const { wires } = stage.aim.getState();
    const crossed = [...courses].filter(([wire, course]) => !wires.has(wire) && meets(course, [last, next]));
    if (crossed.length > 0)
      stage.aim.setState({ act: "cut", wires: new Set([...wires, ...crossed.map(([wire]) => wire)]) });
  };
  const end = () => {
    aborter.abort();
    show([]);
    stage.aim.setState(noAim);
  };
  const up = () => {
    const { wires } = stage.aim.getState();
    end();
    app.store.change(words.changes.cut, rewire.cut(wires));
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end();
  };
  const aborter = new AbortController();
  const { signal } = aborter;
  addEventListener("pointermove", move, { signal });
  addEventListener("pointerup", up, { signal });
  addEventListener("pointercancel", end, { signal });
  addEventListener("keydown", giveUp, { signal, capture: true });
}
