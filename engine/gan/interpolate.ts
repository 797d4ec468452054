import { type HostTensor, tensor } from "../tensor.ts";

export type Path = "linear" | "spherical";

type Weights = (t: number) => readonly [number, number];

const straight: Weights = (t) => [1 - t, t];

/** Below this sine of the angle between two vectors the way between them is straight. */
const PARALLEL = 1e-6;

/** sin((1-t)o)/sin(o) and sin(to)/sin(o), o the angle between a and b. Shoemake 1985; White 2016, arXiv 1609.04468. */
function arc(a: Float32Array, b: Float32Array): Weights {
  let [aa, bb, ab] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const cosine = ab / Math.sqrt(aa * bb);
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  const sine = Math.sin(angle);
  if (!(sine > PARALLEL)) return straight;
  return (t) => [Math.sin((1 - t) * angle) / sine, Math.sin(t * angle) / sine];
}

/**
 * For each pair of rows of a and b [n, size] in turn, its `steps` points from a to b, both ends included: [n * steps, size].
 * The spherical path keeps its ends whatever their lengths and is straight where the two are parallel.
 */
export function interpolate(a: HostTensor, b: HostTensor, steps: number, path: Path): HostTensor {
  const [n = 0, size = 0] = a.shape;
  const out = new Float32Array(n * steps * size);
  for (let pair = 0; pair < n; pair++) {
    const from = a.data.subarray(pair * size, (pair + 1) * size) as Float32Array;
    const to = b.data.subarray(pair * size, (pair + 1) * size) as Float32Array;
    const weights = path === "spherical" ? arc(from, to) : straight;
    for (let step = 0; step < steps; step++) {
      const row = out.subarray((pair * steps + step) * size);
      if (step === 0) row.set(from);
      else if (step === steps - 1) row.set(to);
      else blend(row, from, to, weights(step / (steps - 1)));
    }
  }
  return tensor([n * steps, size], out);
}

function blend(out: Float32Array, a: Float32Array, b: Float32Array, [u, v]: readonly [number, number]): void {
  for (const [i, x] of a.entries()) out[i] = u * x + v * (b[i] ?? 0);
}
