import { sizeOf } from "../tensor.ts";
import type { Architecture, Look, Parameter } from "./architecture.ts";
import { type Normalisation, normalise, normParameters } from "./normalise.ts";
import type { Arr, Arrays, Jax } from "./trace.ts";

export interface MlpOptions {
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly width: number;
  /** Hidden layers. */
  readonly depth: number;
  /** Slope below zero: 0 is ReLU. */
  readonly slope: number;
  /** After the second hidden layer, where the paper's discriminator of points has it; after the only one of a network with one. */
  readonly normalisation: Normalisation;
  /** What the last layer ends in. */
  readonly end: "linear" | "tanh";
}

/** Dense layers, y = x W + b. */
export function mlp({ input, output, width, depth, slope, normalisation, end }: MlpOptions): Architecture {
  const sizes = [sizeOf(input), ...Array.from({ length: depth }, () => width), sizeOf(output)];
  const normed = Math.min(2, depth) - 1;
  const parameters: Parameter[] = sizes.slice(1).flatMap((to, at) => {
    const from = sizes[at] as number;
    const own = [
      { name: `dense${at}.weight`, shape: [from, to], fan: from },
      { name: `dense${at}.bias`, shape: [to], fan: from },
    ];
    return at === normed && at < depth ? [...own, ...normParameters(normalisation, "norm", to)] : own;
  });

  function forward(jax: Jax, weights: Arrays, x: Arr, look?: Look): Arr {
    const { numpy: np } = jax;
    let y = input.length > 1 ? x.reshape([-1, sizes[0] as number]) : x;
    for (let at = 0; at <= depth; at++) {
      y = np.dot(y, weights[`dense${at}.weight`] as Arr).add(weights[`dense${at}.bias`] as Arr);
      if (at === depth) break;
      if (at === normed) y = normalise(jax, normalisation, weights, "norm", y, look);
      y = slope === 0 ? np.maximum(y, 0) : leaky(jax, y, slope);
      look?.maps?.(at, y.ref.reshape([-1, width, 1, 1]));
    }
    if (end === "tanh") y = tanh(jax, y);
    return output.length > 1 ? y.reshape([-1, ...output]) : y;
  }

  const layers = Array.from({ length: depth }, (_, at) => ({
    name: `dense ${at + 1}`,
    resolution: 1,
    units: width,
  }));
  const batchNorms = normalisation === "batch" ? [{ name: "norm", units: width }] : [];
  return { parameters, input, output, layers, batchNorms, forward };
}

/** max(x, slope x), for a slope below 1. */
export function leaky({ numpy: np }: Jax, x: Arr, slope: number): Arr {
  return np.maximum(x.ref, x.mul(slope));
}

/** 1 - 2 / (exp 2x + 1) on |x|, with the sign of x: no overflow, and a finite derivative. */
export function tanh({ numpy: np }: Jax, x: Arr): Arr {
  const small = np.exp(np.absolute(x.ref).mul(-2));
  const size = np.subtract(1, small.ref).div(small.add(1));
  return np.where(np.less(x, 0), size.ref.neg(), size);
}
