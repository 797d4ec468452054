/** Cutting the part of a model between named tensors: pure, ModelGraph to ModelGraph. */
import { create } from "@bufbuild/protobuf";
import { Fault } from "../fault.ts";
import { hasTensor, type ModelGraph } from "./model.ts";
import { GraphProtoSchema, ModelProtoSchema, type NodeProto, NodeProtoSchema } from "./onnx_pb.ts";
import { type Reach, reach } from "./reach.ts";
import { type Structure, structureOf } from "./structure.ts";
import { inputInfo, outputInfo } from "./valueInfo.ts";

/**
 * The model that computes `outputs` from `inputs`, with the nodes and weights that this takes and no others. An input
 * may be an input of the file, an interior tensor or an initializer (whose weights then are left out); an output may
 * be any of these. Inputs that no output depends on are left out. Free dimensions stay free; an initializer that
 * becomes an input gets a free first dimension where it was 1. Throws Fault naming a tensor that is missing, or the
 * inputs of the file that the outputs need besides.
 */
export function cut(model: ModelGraph, inputs: readonly string[], outputs: readonly string[]): ModelGraph {
  for (const name of [...inputs, ...outputs]) requireTensor(model, name);
  const structure = structureOf(model);
  const fed = new Set(inputs);
  const needed = reach(structure, fed, outputs);
  requireInputs(structure, needed, fed, outputs);
  const widened = inputs.some((name) => structure.initializers.has(name));
  const { graph } = model;
  const inside = (each: { name: string }) => needed.tensors.has(each.name) && !fed.has(each.name);
  return create(ModelProtoSchema, {
    ...model,
    trainingInfo: [],
    graph: create(GraphProtoSchema, {
      name: graph.name || "cut",
      node: graph.node.filter((node) => needed.nodes.has(node)).map((node) => withoutFed(node, fed)),
      initializer: graph.initializer.filter(inside),
      sparseInitializer: graph.sparseInitializer.filter(({ values }) => inside(values ?? { name: "" })),
      quantizationAnnotation: graph.quantizationAnnotation.filter(({ tensorName: name }) => inside({ name })),
      input: [...fed].filter((name) => needed.tensors.has(name)).map((name) => inputInfo(model, name)),
      output: [...new Set(outputs)].map((name) => outputInfo(model, name)),
      valueInfo: widened
        ? []
        : graph.valueInfo.filter((info) => inside(info) && !outputs.includes(info.name)),
    }),
  }) as ModelGraph;
}

/** Throws Fault where the model has no tensor of that name. */
export function requireTensor(model: ModelGraph, name: string): void {
  if (hasTensor(model, name)) return;
  throw new Fault(`the model has no tensor "${name}"`, {
    cure: "Correct the model's card, or take the right file.",
  });
}

/** Every path back from the outputs has to end at something fed, at weights, or at a node without inputs. */
function requireInputs(
  { producers, initializers, inputs }: Structure,
  { tensors }: Reach,
  fed: ReadonlySet<string>,
  outputs: readonly string[],
): void {
  const open = [...tensors].filter(
    (name) => !fed.has(name) && !producers.has(name) && !initializers.has(name),
  );
  if (open.length === 0) return;
  const known = open.filter((name) => inputs.has(name));
  const what = known.length > 0 ? known : open;
  throw new Fault(`${outputs.join(", ")} also ${outputs.length > 1 ? "need" : "needs"} ${what.join(", ")}`, {
    cure: "Name these tensors as inputs in the model's card.",
  });
}

/** A kept node may give, besides what is needed, a tensor that is fed: that output gets a name of its own. */
function withoutFed(node: NodeProto, fed: ReadonlySet<string>): NodeProto {
  if (!node.output.some((name) => fed.has(name))) return node;
  const output = node.output.map((name) => (fed.has(name) ? `${name}/unused` : name));
  return create(NodeProtoSchema, { ...node, output });
}
