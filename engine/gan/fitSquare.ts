import type { Square } from "../plane.ts";
import type { Modes } from "./evolution.ts";

/** How much more than what it holds a fitted square shows. */
const room = 1.3;

interface Held {
  /** Pairs x, y. */
  readonly points: ArrayLike<number>;
  readonly modes?: Modes | null;
}

/**
 * The square to show: around 0 with half the side `extent`; for 0 it fits the centres of the modes, else the points. It
 * follows the data where there is some, so that it stands still while a generator learns.
 */
export function fitSquare(extent: number, { points, modes }: Held): Square {
  if (extent > 0) return { x: 0, y: 0, half: extent };
  const centres = modes && modes.centres.length > 1 ? modes.centres.flat() : points;
  const [left, right] = reachOf(centres, 0);
  const [bottom, top] = reachOf(centres, 1);
  const half = Math.max(right - left, top - bottom) / 2;
  return { x: (left + right) / 2, y: (bottom + top) / 2, half: half > 0 ? half * room : 1 };
}

/** Least and largest finite number of one coordinate; 0 and 0 where there is none. */
function reachOf(pairs: ArrayLike<number>, axis: 0 | 1): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = axis; at < pairs.length; at += 2) {
    const value = pairs[at] as number;
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : [0, 0];
}
