/** Points that any language makes alike: the same formulas stand in the script that computed the known answers. */
import type { Modes } from "../../../engine/gan/evolution.ts";

/** Not the square root of 2. */
const unit = 1414 / 1000;

export const ring: Modes = {
  sigma: 0.02 / unit,
  centres: Array.from({ length: 8 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 8;
    return [(2 / unit) * Math.cos(angle), (2 / unit) * Math.sin(angle)] as const;
  }),
};

/** Point i of a plain pattern that fills [-1, 1]^2. */
const pattern = (i: number) => [((i * 37) % 101) / 50 - 1, ((i * 53) % 97) / 48 - 1] as const;

/** Points [n, 2] within 2 sigma, along each axis, of these modes of the ring in turn. */
export function around(count: number, modes: readonly number[]): Float32Array {
  return Float32Array.from({ length: 2 * count }, (_, at) => {
    const i = at >> 1;
    const centre = ring.centres[modes[i % modes.length] as number] as readonly [number, number];
    return (centre[at & 1] as number) + 2 * ring.sigma * (pattern(i)[at & 1] as number);
  });
}

/** Points [n, 2] all over [-2, 2]^2. */
export const allOver = (count: number): Float32Array =>
  Float32Array.from({ length: 2 * count }, (_, at) => 2 * (pattern(at >> 1)[at & 1] as number));

export const everyMode = [0, 1, 2, 3, 4, 5, 6, 7];
