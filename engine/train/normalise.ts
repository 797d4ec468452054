import type { Look, Parameter } from "./architecture.ts";
import type { Arr, Arrays, Jax } from "./trace.ts";

/**
 * `batch`: every unit to mean 0 and deviation 1 over the samples of a batch (Ioffe and Szegedy 2015), and over lately seen batches
 * where the network is looked at; `layer`: every sample over its units (Ba et al. 2016). Both with a learned scale and shift.
 */
export const normalisations = ["none", "batch", "layer"] as const;
export type Normalisation = (typeof normalisations)[number];

const epsilon = 1e-5;

export function normParameters(how: Normalisation, name: string, units: number): Parameter[] {
  if (how === "none") return [];
  return [
    { name: `${name}.scale`, shape: [units], fan: 1, constant: 1 },
    { name: `${name}.shift`, shape: [units], fan: 1, constant: 0 },
  ];
}

/** x [n, units] or [n, units, h, w]. */
export function normalise(
  { numpy: np }: Jax,
  how: Normalisation,
  weights: Arrays,
  name: string,
  x: Arr,
  look?: Look,
): Arr {
  if (how === "none") return x;
  const [, units = 1, ...place] = x.shape;
  const row = (vector: Arr | undefined) => vector?.reshape([1, units, ...place.map(() => 1)]);
  const over = x.shape.map((_, axis) => axis).filter((axis) => (how === "batch" ? axis !== 1 : axis !== 0));
  const mean = row(weights[`${name}.mean`]) ?? np.mean(x.ref, over, { keepdims: true });
  const centred = x.sub(mean.ref);
  const variance =
    row(weights[`${name}.variance`]) ?? np.mean(np.square(centred.ref), over, { keepdims: true });
  if (how === "batch") look?.statistics?.(name, mean.ref.reshape([-1]), variance.ref.reshape([-1]));
  mean.dispose();
  return centred
    .mul(np.reciprocal(np.sqrt(variance.add(epsilon))))
    .mul(row(weights[`${name}.scale`]) as Arr)
    .add(row(weights[`${name}.shift`]) as Arr);
}
