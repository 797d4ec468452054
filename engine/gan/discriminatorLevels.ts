import type { Runtime } from "../context.ts";
import type { Square } from "../plane.ts";
import { tensor } from "../tensor.ts";
import { callNetwork } from "./callNetwork.ts";
import type { Network } from "./evolution.ts";

/** D at the middles of size x size cells of a square: sigmoid of its logits, row by row, row 0 with the largest y. */
export async function discriminatorLevels(
  discriminator: Network,
  square: Square,
  size: number,
  runtime: Runtime,
): Promise<Float32Array<ArrayBuffer>> {
  const { data } = await callNetwork(discriminator, tensor([size * size, 2], places(square, size)), runtime);
  return Float32Array.from(data, (logit) => 1 / (1 + Math.exp(-logit)));
}

function places({ x, y, half }: Square, size: number): Float32Array {
  const step = (2 * half) / size;
  const pairs = new Float32Array(2 * size * size);
  for (let i = 0; i < size * size; i++) {
    pairs[2 * i] = x - half + ((i % size) + 0.5) * step;
    pairs[2 * i + 1] = y + half - (Math.floor(i / size) + 0.5) * step;
  }
  return pairs;
}
