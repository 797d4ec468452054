import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import { type HostTensor, tensor } from "../tensor.ts";
import type { Features, Thresholds } from "../values.ts";
import { requireSameLayer } from "./requireSameLayer.ts";
import { requireLevels } from "./units.ts";

interface Edit {
  readonly mode: "ablate" | "insert" | "scale";
  readonly chosen: readonly number[];
}

/**
 * What is put into each unit of the features, [units]: its own level where there are `levels`, else `value`; zeros to ablate.
 * Throws Fault where levels do not fit the features, or a chosen unit would get no finite number.
 */
export async function unitLevels(
  context: Context,
  features: Features,
  { levels, value }: { readonly levels?: Thresholds | undefined; readonly value: number },
  { mode, chosen }: Edit,
): Promise<HostTensor> {
  if (levels) requireSameLayer(features, levels, ["features", "levels"]);
  const [, count = 0] = features.tensor.shape;
  if (mode === "ablate") return tensor([count], new Float32Array(count));
  const own = levels && (await context.runtime.read(levels.tensor));
  const put = own ?? tensor([count], new Float32Array(count).fill(value));
  requireLevels(count, put.data.length, "levels");
  const wrong = chosen.find((unit) => !Number.isFinite(put.data[unit] ?? 0));
  if (wrong === undefined) return put;
  if (!own)
    throw new Fault("the value is more than a float32 holds", {
      port: "value",
      cure: "Choose a smaller one.",
    });
  throw new Fault(`the level of unit ${wrong} is ${put.data[wrong]}`, {
    port: "levels",
    cure: "Leave that unit out, or take levels of features without NaN.",
  });
}
