import type { Arr, Arrays, Jax } from "./trace.ts";

/** Kingma and Ba 2014; the paper's beta1 is 0.5. */
export interface Adam {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
}

const epsilon = 1e-8;

/**
 * One step on weights that lie in one vector. `first` and `second` are the corrections 1 / (1 - beta^t) of step t, fed so that one
 * program serves every step.
 */
export function adamStep(
  { numpy: np }: Jax,
  { rate, beta1, beta2 }: Adam,
  { weights, m, v, first, second }: Record<"weights" | "m" | "v" | "first" | "second", Arr>,
  gradient: Arr,
): Arrays {
  const mean = m.mul(beta1).add(gradient.ref.mul(1 - beta1));
  const square = v.mul(beta2).add(np.square(gradient).mul(1 - beta2));
  const scale = np.sqrt(square.ref.mul(second)).add(epsilon);
  const moved = weights.sub(mean.ref.mul(first.mul(rate)).div(scale));
  return { weights: moved, m: mean, v: square };
}

/** 1 / (1 - beta^t). */
export function correction(beta: number, step: number): number {
  return 1 / (1 - beta ** step);
}
