/** ONNX files as plain objects: parse, serialize, and what can be read off a graph (shapes, weights). */
import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { Fault } from "../fault.ts";
import { type HostTensor, sizeOf, tensor } from "../tensor.ts";
import { type ModelProto, ModelProtoSchema, type TensorProto, type ValueInfoProto } from "./onnx_pb.ts";
import { propagatedShape } from "./shapes.ts";
import { structureOf } from "./structure.ts";
import { numbersOf } from "./weights.ts";

/** A parsed ONNX file (ModelProto with a graph). Shared and never modified; weights are views of the file's bytes. */
export type ModelGraph = ModelProto & { readonly graph: NonNullable<ModelProto["graph"]> };

/** One extent: a number, a name such as "n" for a dimension that is free, or "" for one that nothing is known of. */
export type Extent = number | string;

/**
 * Reads an ONNX file. Throws Fault where the bytes are truncated or are no ONNX file; `file` names it in the reason
 * (`scenes.onnx: not an ONNX file: ...`).
 */
export function parseModel(bytes: Uint8Array, file = "model"): ModelGraph {
  const cure = "Choose a complete .onnx file.";
  let model: ModelProto;
  try {
    model = fromBinary(ModelProtoSchema, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault(`${file}: not an ONNX file, or truncated: ${reason}`, { cure });
  }
  if (!model.graph || model.graph.node.length === 0)
    throw new Fault(`${file}: not an ONNX file: it holds no graph`, { cure });
  if (model.opsetImport.length === 0)
    throw new Fault(`${file}: not an ONNX file: it names no operator set`, { cure });
  for (const initializer of model.graph.initializer) checkWeights(initializer, file, cure);
  return model as ModelGraph;
}

function checkWeights(weights: TensorProto, file: string, cure: string): void {
  if (weights.externalData.length > 0)
    throw new Fault(`${file}: the weights ${weights.name} lie in another file`, {
      cure: "Export the model as one file.",
    });
  const width = weights.rawData.length / sizeOf(weights.dims.map(Number));
  if (weights.rawData.length > 0 && !Number.isInteger(width))
    throw new Fault(`${file}: truncated: the weights ${weights.name} are incomplete`, { cure });
}

export function serializeModel(graph: ModelGraph): Uint8Array {
  return toBinary(ModelProtoSchema, graph);
}

/** The extents that a value info declares; null where it declares no rank. */
export function extentsOf(info: ValueInfoProto): Extent[] | null {
  const value = info.type?.value;
  if (value?.case !== "tensorType" || !value.value.shape) return null;
  return value.value.shape.dim.map(({ value: extent }) =>
    extent.case === "dimValue" ? Number(extent.value) : (extent.value ?? ""),
  );
}

/**
 * The shape of a tensor of the graph: as declared, else of its weights, else propagated from the inputs through the
 * operators whose rule is known. A free extent is a name or "". Null where no rank is known or no such tensor exists.
 */
export function shapeOf(graph: ModelGraph, name: string): Extent[] | null {
  const { infos, initializers } = structureOf(graph);
  const info = infos.get(name);
  const declared = info ? extentsOf(info) : null;
  if (declared) return declared;
  const weights = initializers.get(name);
  return weights ? weights.dims.map(Number) : propagatedShape(graph, name);
}

/** True where the graph has a tensor of that name: an input, an initializer or the output of a node. */
export function hasTensor(graph: ModelGraph, name: string): boolean {
  const { inputs, initializers, producers } = structureOf(graph);
  return inputs.has(name) || initializers.has(name) || producers.has(name);
}

/** The weights of that name as float32 (int32 for integers), or null where the graph has none. Throws Fault. */
export function initializer(graph: ModelGraph, name: string): HostTensor | null {
  const weights = structureOf(graph).initializers.get(name);
  return weights ? tensor(weights.dims.map(Number), numbersOf(weights)) : null;
}

/** The tensors that must be fed: the graph's inputs but those which have weights as a default. */
export function inputNames(graph: ModelGraph): string[] {
  const { initializers } = structureOf(graph);
  return graph.graph.input.map((input) => input.name).filter((name) => !initializers.has(name));
}
