import { type ModelGraph, shapeOf } from "../../engine/onnx/model.ts";

/** Multiply-adds of the convolutions and matrix products of a graph, for one sample. */
export function arithmetic(model: ModelGraph): number {
  const size = (shape: readonly (number | string)[] | null) =>
    (shape ?? []).reduce<number>((product, extent) => product * (typeof extent === "number" ? extent : 1), 1);
  let sum = 0;
  for (const { opType, input, output } of model.graph.node) {
    if (!["Conv", "ConvTranspose", "Gemm", "MatMul"].includes(opType)) continue;
    const weights = shapeOf(model, input[1] ?? "");
    const made = shapeOf(model, output[0] ?? "");
    // One output value sums over all weights that are not counted off by its channel.
    const perValue = size(weights) / Number(opType === "Conv" ? weights?.[0] : weights?.at(-1));
    sum += size(made) * perValue;
  }
  return sum;
}
