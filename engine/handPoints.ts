/** Points set by hand in the plane [-2, 2]^2, as they stand in a document: `[[0.5, -1.25], [0.52, -1.2]]`. */
import type { Flaw, JsonSchema } from "./param.ts";

/** To the right and up, 0 in the middle. */
export type PlanePoint = readonly [x: number, y: number];

/** Half the side of the plane. */
export const planeReach = 2;
/** More points than this are not drawn by hand. */
export const mostPlanePoints = 5000;

const pair = `[x, y], both from -${planeReach} to ${planeReach}`;

export const planeExpected = `a list of points, each ${pair}`;

export const planeSchema: JsonSchema = {
  type: "array",
  maxItems: mostPlanePoints,
  items: {
    type: "array",
    items: { type: "number", minimum: -planeReach, maximum: planeReach },
    minItems: 2,
    maxItems: 2,
    description: "To the right and up, 0 in the middle.",
  },
};

/** The first thing that is wrong with a list of points; null where nothing is. */
export function planeFlaw(value: unknown): Flaw | null {
  if (!Array.isArray(value)) return { path: [], expects: planeExpected, got: value };
  if (value.length > mostPlanePoints)
    return { path: [], expects: `at most ${mostPlanePoints} points`, got: value.length };
  for (const [index, point] of value.entries()) {
    const flaw = pointFlaw(point);
    if (flaw) return { ...flaw, path: [index, ...flaw.path] };
  }
  return null;
}

function pointFlaw(value: unknown): Flaw | null {
  if (!Array.isArray(value) || value.length !== 2) return { path: [], expects: pair, got: value };
  const outside = value.findIndex((at) => !(typeof at === "number" && Math.abs(at) <= planeReach));
  if (outside < 0) return null;
  const expects = `a number from -${planeReach} to ${planeReach}`;
  return { path: [outside], expects, got: value[outside] as unknown };
}
