import { useStore } from "zustand";
import type { Stage } from "./stage.ts";

/** Lines through what the dragged nodes lie in line with. */
export function Guides({ stage }: { stage: Stage }) {
  const guides = useStore(stage.guides);
  const { x, y, k } = useStore(stage.transform);
  if (guides.length === 0) return null;
  return (
    <svg className="guides" aria-hidden>
      {guides.map(({ axis, at, from, to }) => {
        const line = Math.round(at * k + (axis === "x" ? x : y)) + 0.5;
        const [start, end] = [from, to].map((end) => end * k + (axis === "x" ? y : x));
        const ends =
          axis === "x"
            ? { x1: line, x2: line, y1: start, y2: end }
            : { y1: line, y2: line, x1: start, x2: end };
        return <line key={`${axis} ${at}`} {...ends} />;
      })}
    </svg>
  );
}
