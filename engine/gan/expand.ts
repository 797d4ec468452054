import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Tensor } from "../tensor.ts";
import { repeatSamples } from "./repeatSamples.ts";

/** How many samples go through a node: those of its largest batch. */
export function samplesOf(...batches: readonly (Tensor | undefined)[]): number {
  return batches.reduce((most, batch) => Math.max(most, batch?.shape[0] ?? 0), 0);
}

/** A batch of `n` samples: `value` itself, or its one sample repeated. Throws Fault where it has another number. */
export async function expand(context: Context, value: Tensor, n: number, port: string): Promise<Tensor> {
  const samples = value.shape[0] ?? 0;
  if (samples === n) return value;
  if (samples !== 1)
    throw new Fault(`${port} has ${samples} samples, the other inputs have ${n}`, {
      port,
      cure: "Give all inputs the same count, or one sample.",
    });
  return repeatSamples(await context.runtime.read(value), new Array<number>(n).fill(0));
}
