/** Distributions of points in the plane [-2, 2]^2 that GANs are tried on. */
import { normals, uniforms } from "../random.ts";
import type { Modes } from "./evolution.ts";

/** A shape without width, and the deviation of the noise around it, the same along both axes. */
export interface PointSet {
  /** The place on the shape that two numbers from (0, 1) stand for: uniform numbers give its distribution. */
  at(u: number, v: number): readonly [x: number, y: number];
  readonly sigma: number;
  readonly modes: Modes | null;
}

/** Round Gaussians of equal weight. */
function mixture(centres: Modes["centres"], sigma: number): PointSet {
  const at = (u: number) => centres[Math.floor(u * centres.length)] as readonly [number, number];
  return { at, sigma, modes: { centres, sigma } };
}

/** The published coordinates are divided by 1.414 (ring) and 2.828 (grid): no square roots of 2. */
const [ringUnit, gridUnit] = [1414 / 1000, 2828 / 1000];

/** Radius of the ring and half the side of the grid, so that both deviate by about 1 along each axis. */
const [ringRadius, gridReach] = [2 / ringUnit, 4 / gridUnit];

/** Gaussians evenly on a circle, the first on the right; eight of them are those of Wang et al. 2018 (E-GAN). */
function ring(modes: number): PointSet {
  const centres = Array.from({ length: modes }, (_, k) => {
    const angle = (2 * Math.PI * k) / modes;
    return [ringRadius * Math.cos(angle), ringRadius * Math.sin(angle)] as const;
  });
  return mixture(centres, 0.02 / ringUnit);
}

/** Gaussians on a square grid, column by column from the lower left; five a side are those of Wang et al. 2018 (E-GAN). */
function grid(side: number): PointSet {
  const place = (k: number) => (side === 1 ? 0 : gridReach * ((2 * k) / (side - 1) - 1));
  const centres = Array.from(
    { length: side * side },
    (_, k) => [place(Math.floor(k / side)), place(k % side)] as const,
  );
  return mixture(centres, 0.05 / gridUnit);
}

/** Two half circles of radius 1 that reach into each other, centred (scikit-learn's make_moons). */
const moons: PointSet = {
  at(u, v) {
    const angle = Math.PI * v;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return u < 0.5 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
  },
  sigma: 0.05,
  modes: null,
};

/** A spiral of one and a half turns, as in Gulrajani et al. 2017: scikit-learn's make_swiss_roll, divided by 7.5. */
const swissRoll: PointSet = {
  at(u) {
    const angle = 1.5 * Math.PI * (1 + 2 * u);
    return [(angle * Math.cos(angle)) / 7.5, (angle * Math.sin(angle)) / 7.5];
  },
  sigma: 0.25 / 7.5,
  modes: null,
};

/** Level lines from -1.5 to 1.5, evenly one above the other; one line lies in the middle. */
function lines(count: number): PointSet {
  const height = (k: number) => (count === 1 ? 0 : gridReach * ((2 * k) / (count - 1) - 1));
  return { at: (u, v) => [3 * v - 1.5, height(Math.floor(u * count))], sigma: 0.02 / ringUnit, modes: null };
}

export const pointSets = { ring, grid, moons, swissRoll, lines } as const;

/** The modes of a set under `noise`; without any, quality is measured by the set's own deviation. null where it has none. */
export function modesOf({ modes, sigma }: PointSet, noise: number): Modes | null {
  return modes && { ...modes, sigma: sigma * (noise > 0 ? noise : 1) };
}

/**
 * Points `from` to `to` of a set, [to - from, 2], with `noise` times its deviation. Point i follows from seed and i alone
 * (SPEC R22): uniforms(seed, "points", i, 2) place it, normals(seed, "points:noise", i, 2) move it.
 */
export function drawPoints(
  set: PointSet,
  noise: number,
  seed: number,
  { from, to }: { readonly from: number; readonly to: number },
): Float32Array {
  const points = new Float32Array(2 * (to - from));
  for (let sample = from; sample < to; sample++) {
    const [u, v] = uniforms(seed, "points", sample, 2) as unknown as [number, number];
    const [dx, dy] = normals(seed, "points:noise", sample, 2) as unknown as [number, number];
    const [x, y] = set.at(u, v);
    points[2 * (sample - from)] = x + noise * set.sigma * dx;
    points[2 * (sample - from) + 1] = y + noise * set.sigma * dy;
  }
  return points;
}
