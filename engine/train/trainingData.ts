import type { Runtime } from "../context.ts";
import { Fault } from "../fault.ts";
import { type HostTensor, sizeOf } from "../tensor.ts";
import type { Dataset } from "../values.ts";
import type { EvolveSettings, TrainingData } from "./settings.ts";

/** The numbers that a run learns from. Throws Fault where they do not suffice, or do not fit the networks. */
export async function trainingData(
  { tensor, modes = null }: Dataset,
  { batch, network }: Pick<EvolveSettings, "batch" | "network">,
  runtime: Runtime,
): Promise<TrainingData> {
  const samples = await runtime.read(tensor);
  const [count = 0, ...sample] = samples.shape;
  const port = "data";
  if (count < 2)
    throw new Fault(`data holds ${count === 1 ? "one sample" : "no samples"}`, {
      port,
      cure: "A distribution is learned from two samples or more: give more data.",
    });
  if (batch > count)
    throw new Fault(`batch is ${batch}, but data holds ${count} samples`, {
      port: "batch",
      cure: `Take a batch of ${count} at most, or more data.`,
    });
  requireFinite(samples, sample);
  if (network === "dcgan") requirePowers(sample);
  return { samples, modes };
}

function requireFinite({ data }: HostTensor, sample: readonly number[]): void {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  throw new Fault(`data: sample ${Math.floor(at / sizeOf(sample))} holds ${data[at]}`, {
    port: "data",
    cure: "Remove samples with numbers that are not finite.",
  });
}

/** Convolutional networks begin at 4x4 and double. */
function requirePowers(sample: readonly number[]): void {
  const [, height = 0, width = 0] = sample;
  const doublings = Math.log2(height / 4);
  if (sample.length === 3 && height === width && doublings >= 1 && Number.isInteger(doublings)) return;
  const what = sample.length === 3 ? `pictures of ${height}x${width}` : "points";
  throw new Fault(`a convolutional network can't learn ${what}`, {
    port: "network",
    cure: "Choose mlp, or square pictures of 8, 16, 32 or 64 pixels.",
  });
}
