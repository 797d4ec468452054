import { type Tensor, tensor } from "../tensor.ts";
import type { Features, Thresholds } from "../values.ts";
import { requireSameLayer } from "./requireSameLayer.ts";

/** What is put into each unit of the features, [units]: its own level where there are `levels`, else `value`. */
export function unitLevels(features: Features, levels: Thresholds | undefined, value: number): Tensor {
  if (levels) requireSameLayer(features, levels, ["features", "levels"]);
  const [, count = 0] = features.tensor.shape;
  return levels?.tensor ?? tensor([count], new Float32Array(count).fill(value));
}
