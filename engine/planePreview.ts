/** Points and sets of points as planes, few enough to send. */

import type { Modes } from "./gan/evolution.ts";
import { fitSquare } from "./gan/fitSquare.ts";
import { coverage } from "./gan/modeCoverage.ts";
import type { Plane, Ring } from "./plane.ts";
import type { Preview } from "./preview.ts";
import type { TensorData } from "./tensor.ts";

/** Points shown in a node. */
const mostPoints = 2048;
const mostReal = 1024;
/** A ring reaches as many deviations from its centre. */
const ringOf = 4;

/** The first of the pairs, as numbers of their own. */
export function firstPairs(data: TensorData, most: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(data.subarray(0, 2 * most));
}

/** The modes as rings; without points all are taken as covered. */
export function ringsOf(modes: Modes | null | undefined, points: ArrayLike<number> | null): Ring[] {
  if (!modes) return [];
  const covered = points && coverage(points, modes).reached;
  return modes.centres.map(([x, y], at) => ({
    x,
    y,
    radius: ringOf * modes.sigma,
    covered: covered?.[at] ?? true,
  }));
}

/** Points [n, 2] alone. */
export function planeOfPoints(data: TensorData): Plane {
  const square = fitSquare(0, { points: data });
  return { square, points: firstPairs(data, mostPoints), real: null, modes: [], field: null, grid: [] };
}

/** Real points [n, 2] with their modes, where those are known; nothing is generated. */
export function planeOfData(data: TensorData, modes: Modes | null = null): Plane {
  const square = fitSquare(0, { points: data, modes });
  const [points, real] = [new Float32Array(), firstPairs(data, mostReal)];
  return { square, points, real, modes: ringsOf(modes, null), field: null, grid: [] };
}

/** A plane with as many points as a page draws without effort. */
export function planePreview(plane: Plane): Preview {
  const { points, real } = plane;
  return {
    ...plane,
    kind: "plane",
    points: firstPairs(points, mostPoints),
    real: real && firstPairs(real, mostReal),
  };
}
