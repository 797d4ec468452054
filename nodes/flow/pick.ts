import { repeatSamples } from "../../engine/gan/repeatSamples.ts";
import { anyOf, defineNode, Fault, param } from "../../engine/node.ts";
import { batchedTypes } from "../../engine/values.ts";

export const pick = defineNode({
  title: "Pick",
  doc: "Takes one sample out of a batch: [n, ...] becomes [1, ...].",
  synonyms: ["select", "sample", "index", "choose", "one of"],
  icon: "mouse-pointer-click",
  inputs: { batch: anyOf(batchedTypes, "Any batch, [n, ...].") },
  params: { index: param.integer(0, "Which sample, counted from 0.", { min: 0 }) },
  outputs: { item: anyOf(batchedTypes, "The sample, [1, ...].", "batch") },
  async compute({ batch }, { index }, context) {
    const n = batch.tensor.shape[0] ?? 0;
    if (index >= n)
      throw new Fault(`there is no sample ${index}: the batch has ${n}`, {
        port: "index",
        cure: `Choose an index from 0 to ${n - 1}.`,
      });
    return { item: { ...batch, tensor: repeatSamples(await context.runtime.read(batch.tensor), [index]) } };
  },
});
