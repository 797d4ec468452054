/** Look-up tables over a graph's tensors by name, made once a graph. */
import type { ModelGraph } from "./model.ts";
import type { NodeProto, TensorProto, ValueInfoProto } from "./onnx_pb.ts";

export interface Structure {
  /** The node that gives a tensor. */
  readonly producers: ReadonlyMap<string, NodeProto>;
  readonly initializers: ReadonlyMap<string, TensorProto>;
  /** Declared types: of inputs, outputs and interior tensors. */
  readonly infos: ReadonlyMap<string, ValueInfoProto>;
  /** Graph inputs, those with a default included. */
  readonly inputs: ReadonlySet<string>;
}

const known = new WeakMap<ModelGraph, Structure>();

export function structureOf(model: ModelGraph): Structure {
  const found = known.get(model);
  if (found) return found;
  const { node, initializer, input, output, valueInfo } = model.graph;
  const structure: Structure = {
    producers: new Map(node.flatMap((each) => each.output.filter(Boolean).map((name) => [name, each]))),
    initializers: new Map(initializer.map((each) => [each.name, each])),
    infos: new Map([...valueInfo, ...output, ...input].map((each) => [each.name, each])),
    inputs: new Set(input.map((each) => each.name)),
  };
  known.set(model, structure);
  return structure;
}
