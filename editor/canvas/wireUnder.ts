import type { Wire } from "../../engine/document.ts";
import { app } from "../app.ts";
import { rewire } from "../rewire.ts";
import { entersBox, farFrom } from "./course.ts";
import type { Stage } from "./stage.ts";

/** How far a wire must reach into a node to be meant. */
const depth = 12;

/** The wire on which a loose node lies and that its types let it into, the one nearest to its middle; null where there is none. */
export function wireUnder(stage: Stage, id: string): Wire | null {
  const box = stage.boxOf(id);
  if (!box || !rewire.isLoose(app.document, id)) return null;
  const inner = {
    left: box.left + depth,
    right: box.right - depth,
    top: box.top + depth / 2,
    bottom: box.bottom - depth / 2,
  };
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  const crossing = [...stage.wiring.courses()]
    .filter(([, course]) => entersBox(course, inner))
    .map(([wire, course]) => ({ wire, far: farFrom(course, middle) }))
    .sort((a, b) => a.far - b.far);
  return crossing.find(({ wire }) => rewire.halves(app.document, app.catalogue, id, wire))?.wire ?? null;
}
