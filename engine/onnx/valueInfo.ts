/** Typed declarations for the inputs and outputs of a cut. */
import { create } from "@bufbuild/protobuf";
import { elementTypeOf } from "./elementType.ts";
import { type Extent, type ModelGraph, shapeOf } from "./model.ts";
import {
  TensorShapeProto_DimensionSchema,
  TensorShapeProtoSchema,
  TypeProto_TensorSchema,
  TypeProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from "./onnx_pb.ts";
import { structureOf } from "./structure.ts";

/** A tensor of the model as an input: as it is declared, else by its weights or its propagated shape. */
export function inputInfo(model: ModelGraph, name: string): ValueInfoProto {
  const { infos, initializers } = structureOf(model);
  const weights = initializers.get(name);
  const declared = infos.get(name);
  if (declared?.type && !weights) return declared;
  return tensorInfo(name, elementTypeOf(model, name), inputShape(model, name));
}

/**
 * The shape in which a tensor of the model can be fed. Weights of one sample, such as the learned constant
 * [1, units, h, w], take a batch; null where no rank is known.
 */
export function inputShape(model: ModelGraph, name: string): Extent[] | null {
  const shape = shapeOf(model, name);
  const weights = structureOf(model).initializers.has(name);
  return weights && shape && shape.length > 1 && shape[0] === 1 ? ["", ...shape.slice(1)] : shape;
}

/** A tensor of the model as an output: as it is declared, else by name alone, its type being inferred. */
export function outputInfo(model: ModelGraph, name: string): ValueInfoProto {
  const { infos, initializers, producers } = structureOf(model);
  if (initializers.has(name) && !producers.has(name)) return inputInfo(model, name);
  return infos.get(name) ?? create(ValueInfoProtoSchema, { name });
}

function tensorInfo(name: string, elemType: number, shape: readonly Extent[] | null): ValueInfoProto {
  const dim = shape?.map((extent) => create(TensorShapeProto_DimensionSchema, { value: dimension(extent) }));
  const tensor = create(TypeProto_TensorSchema, {
    elemType,
    ...(dim ? { shape: create(TensorShapeProtoSchema, { dim }) } : {}),
  });
  return create(ValueInfoProtoSchema, {
    name,
    type: create(TypeProtoSchema, { value: { case: "tensorType", value: tensor } }),
  });
}

function dimension(extent: Extent) {
  if (typeof extent === "number") return { case: "dimValue" as const, value: BigInt(extent) };
  return extent === "" ? { case: undefined } : { case: "dimParam" as const, value: extent };
}
