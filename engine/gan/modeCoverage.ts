import type { Modes } from "./evolution.ts";

/** Points further than this from a centre, in deviations, are no samples of its mode. */
const reach = 4;
/** A mode is covered from this share of the points on. */
const least = 0.002;

export interface Coverage {
  /** Modes with at least 0.2 % of the points within 4 sigma of their centre. */
  readonly covered: number;
  /** Which modes these are. */
  readonly reached: readonly boolean[];
  /** Share of all points within 4 sigma of their nearest centre, 0 to 1. */
  readonly highQuality: number;
}

/** How many modes points [n, 2] reach, and how well. What is not finite lies near no mode. */
export function coverage(points: ArrayLike<number>, modes: Modes): Coverage {
  const { within, nearest, count } = tally(points, modes);
  const reached = Array.from(within, (there) => count > 0 && there / count >= least);
  const good = nearest.reduce((sum, there) => sum + there, 0);
  return { covered: reached.filter(Boolean).length, reached, highQuality: count > 0 ? good / count : 0 };
}

/**
 * How points [n, 2] are spread over k modes: k + 1 shares that add up to 1. Each point counts for its nearest centre where it
 * is within 4 sigma of it, else for the last entry: elsewhere.
 */
export function modeShares(points: Float32Array, modes: Modes): Float64Array {
  const { nearest, count } = tally(points, modes);
  const shares = new Float64Array(nearest.length + 1);
  let good = 0;
  for (const [mode, there] of nearest.entries()) {
    shares[mode] = there / count;
    good += there;
  }
  shares[nearest.length] = (count - good) / count;
  return shares;
}

interface Tally {
  /** Points within reach of each centre. */
  readonly within: Uint32Array;
  /** Points within reach of each centre that have no nearer one. */
  readonly nearest: Uint32Array;
  readonly count: number;
}

function tally(points: ArrayLike<number>, { centres, sigma }: Modes): Tally {
  const within = new Uint32Array(centres.length);
  const nearest = new Uint32Array(centres.length);
  const far = (reach * sigma) ** 2;
  for (let i = 0; i < points.length; i += 2) {
    let [mode, distance] = [-1, Number.POSITIVE_INFINITY];
    for (const [k, [x, y]] of centres.entries()) {
      const squared = ((points[i] as number) - x) ** 2 + ((points[i + 1] as number) - y) ** 2;
      if (squared <= far) within[k] = (within[k] as number) + 1;
      if (squared < distance) [mode, distance] = [k, squared];
    }
    if (distance <= far) nearest[mode] = (nearest[mode] as number) + 1;
  }
  return { within, nearest, count: points.length / 2 };
}
