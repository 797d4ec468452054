/** Networks as functions of a list of weights that lie in one vector. */
import { normals, uniforms } from "../random.ts";
import { type HostTensor, sizeOf, tensor } from "../tensor.ts";
import type { Arr, Arrays, Jax } from "./trace.ts";

/** Weights by name, and how they begin. */
export interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  /** Numbers that one output sums over: weights begin within 1 / sqrt(fan). */
  readonly fan: number;
  /** Begins at this number instead. */
  readonly constant?: number;
}

/** A layer whose maps can be looked at and edited: [n, units, resolution, resolution]. */
export interface TrainedLayer {
  readonly name: string;
  readonly resolution: number;
  readonly units: number;
}

/** What a pass through a network lets be seen; all that is handed over is owned by whoever receives it. */
export interface Look {
  /** The maps of a layer, by its number. */
  maps?(layer: number, maps: Arr): void;
  /** Mean and variance of each unit over the batch, where a network normalises by them. */
  statistics?(name: string, mean: Arr, variance: Arr): void;
}

export interface Architecture {
  readonly parameters: readonly Parameter[];
  /** Shapes of a sample that enters and of one that leaves. */
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly layers: readonly TrainedLayer[];
  /** Layers normalised over the batch, and how many units each has. */
  readonly batchNorms: readonly { readonly name: string; readonly units: number }[];
  /**
   * Owns `weights` and `x` [n, ...input]; gives the output [n, ...output]. A layer that is normalised over the batch takes
   * `<name>.mean` and `<name>.variance` in place of the batch's own where they are among the weights.
   */
  forward(jax: Jax, weights: Arrays, x: Arr, look?: Look): Arr;
}

/** `default` is PyTorch's, uniform within 1 / sqrt(fan); `paper` is N(0, 0.02) with zero biases. */
export type Initialisation = "default" | "paper";

export function weightCount({ parameters }: Architecture): number {
  return parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** The first weights, in one vector: those of stream `name`, number `member`. */
export function initialWeights(
  { parameters }: Architecture,
  how: Initialisation,
  [seed, name, member]: readonly [seed: number, name: string, member: number],
): Float32Array {
  const parts = parameters.map(({ name: part, shape, fan, constant }) => {
    const count = sizeOf(shape);
    const stream = `${name}:${part}`;
    if (constant !== undefined) return new Float32Array(count).fill(constant);
    if (how === "paper")
      return shape.length === 1
        ? new Float32Array(count)
        : normals(seed, stream, member, count).map((x) => 0.02 * x);
    return uniforms(seed, stream, member, count).map((u) => (2 * u - 1) / Math.sqrt(fan));
  });
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The vector's parts by name. */
export function unpack({ parameters }: Architecture, { numpy: np }: Jax, vector: Arr): Arrays {
  const ends: number[] = [];
  for (const { shape } of parameters) ends.push((ends.at(-1) ?? 0) + sizeOf(shape));
  const parts = np.split(vector, ends.slice(0, -1));
  return Object.fromEntries(
    parameters.map(({ name, shape }, at) => [name, (parts[at] as Arr).reshape([...shape])]),
  );
}

/** The reverse. */
export function pack({ parameters }: Architecture, { numpy: np }: Jax, parts: Arrays): Arr {
  return np.concatenate(parameters.map(({ name }) => (parts[name] as Arr).reshape([-1])));
}

/** The vector's parts as they lie, by name, without a copy. */
export function partsOf({ parameters }: Architecture, { data }: HostTensor): Record<string, HostTensor> {
  let at = 0;
  return Object.fromEntries(
    parameters.map(({ name, shape }) => {
      const from = at;
      at += sizeOf(shape);
      return [name, tensor(shape, data.subarray(from, at))] as const;
    }),
  );
}
