/** The ONNX data type of a tensor's elements. */
import type { ModelGraph } from "./model.ts";
import { TensorProto_DataType as type } from "./onnx_pb.ts";
import { structureOf } from "./structure.ts";

const integerOperators = new Set(["Shape", "Size", "ArgMax", "ArgMin", "NonZero"]);
const truthOperators = new Set([
  "Greater",
  "Less",
  "Equal",
  "Not",
  "And",
  "Or",
  "GreaterOrEqual",
  "LessOrEqual",
]);

/** As declared, as the weights have it, or by the operator that gives it; float32 where nothing tells. */
export function elementTypeOf(model: ModelGraph, name: string): number {
  const { infos, initializers, producers } = structureOf(model);
  const declared = infos.get(name)?.type?.value;
  if (declared?.case === "tensorType" && declared.value.elemType) return declared.value.elemType;
  const weights = initializers.get(name);
  if (weights) return weights.dataType;
  const node = producers.get(name);
  if (!node) return type.FLOAT;
  if (node.opType === "Cast")
    return Number(node.attribute.find((each) => each.name === "to")?.i ?? type.FLOAT);
  if (node.opType === "Constant") return node.attribute.find((each) => each.t)?.t?.dataType ?? type.FLOAT;
  if (integerOperators.has(node.opType)) return type.INT64;
  return truthOperators.has(node.opType) ? type.BOOL : type.FLOAT;
}
