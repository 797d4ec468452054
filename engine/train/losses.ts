/** What generator and discriminator minimise (Wang et al. 2018, section 3.2), on the logits o = D(x) of samples. */
import type { Mutation } from "../gan/evolution.ts";
import type { Arr, Jax } from "./trace.ts";

/** ln(1 + exp x) without overflow. */
export function softplus({ numpy: np }: Jax, x: Arr): Arr {
  return np.maximum(x.ref, 0).add(np.log1p(np.exp(np.absolute(x).neg())));
}

/** 1 / (1 + exp -x), with a derivative that is finite for every x. */
export function sigmoid({ numpy: np }: Jax, x: Arr): Arr {
  const small = np.exp(np.absolute(x.ref).neg());
  const total = small.ref.add(1);
  return np.where(np.less(x, 0), small.div(total.ref), np.reciprocal(total));
}

/**
 * The loss of a child by its mutation, without the factor 1/2 of the paper, on probabilities sigma(o): minimax
 * E[ln(1 - sigma(o))], heuristic -E[ln sigma(o)], least squares E[(sigma(o) - 1)^2].
 */
export const mutationLosses: Readonly<Record<Mutation, (jax: Jax, logits: Arr) => Arr>> = {
  minimax: (jax, logits) => jax.numpy.mean(softplus(jax, logits)).neg(),
  heuristic: (jax, logits) => jax.numpy.mean(softplus(jax, logits.neg())),
  leastSquares: (jax, logits) => jax.numpy.mean(jax.numpy.square(sigmoid(jax, logits.neg()))),
};

/** -E[ln sigma(o)] for real samples. */
export function realLoss(jax: Jax, logits: Arr): Arr {
  return jax.numpy.mean(softplus(jax, logits.neg()));
}

/** -E[ln(1 - sigma(o))] for generated ones. */
export function fakeLoss(jax: Jax, logits: Arr): Arr {
  return jax.numpy.mean(softplus(jax, logits));
}
