import { repeatSamples } from "../../engine/gan/repeatSamples.ts";
import { anyOf, defineNode, param } from "../../engine/node.ts";
import { batchedTypes } from "../../engine/values.ts";

export const repeat = defineNode({
  title: "Repeat",
  doc: "Repeats each sample of a batch count times in turn: [n, ...] becomes [n * count, ...]. With noise, each repetition gets its own.",
  synonyms: ["copy", "duplicate", "tile", "many", "broadcast"],
  icon: "repeat",
  inputs: { batch: anyOf(batchedTypes, "Any batch, [n, ...].") },
  params: { count: param.integer(2, "How often each sample comes.", { min: 1, max: 100_000 }) },
  outputs: { batch: anyOf(batchedTypes, "[n * count, ...]", "batch") },
  async compute({ batch }, { count }, context) {
    const n = batch.tensor.shape[0] ?? 0;
    const order = Array.from({ length: n * count }, (_, sample) => Math.floor(sample / count));
    return { batch: { ...batch, tensor: repeatSamples(await context.runtime.read(batch.tensor), order) } };
  },
});
