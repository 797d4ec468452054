/** Shapes of interior tensors that a file does not declare, propagated forward through operators with a known rule. */
import { type Extent, extentsOf, type ModelGraph } from "./model.ts";
import type { NodeProto } from "./onnx_pb.ts";
import { type ShapeRule, shapeRules } from "./shapeRules.ts";
import { structureOf } from "./structure.ts";

type Shapes = Map<string, Extent[]>;

const propagated = new WeakMap<ModelGraph, Shapes>();

/** The shape of a tensor as far as declarations, weights and rules tell; null where its rank is unknown. */
export function propagatedShape(model: ModelGraph, name: string): Extent[] | null {
  let shapes = propagated.get(model);
  if (!shapes) {
    shapes = propagate(model);
    propagated.set(model, shapes);
  }
  return shapes.get(name) ?? null;
}

/** One pass: the nodes of an ONNX file stand in topological order. */
function propagate(model: ModelGraph): Shapes {
  const { infos, initializers } = structureOf(model);
  const shapes: Shapes = new Map();
  for (const [name, { dims }] of initializers) shapes.set(name, dims.map(Number));
  for (const [name, info] of infos) {
    const declared = extentsOf(info);
    if (declared) shapes.set(name, declared);
  }
  for (const node of model.graph.node) visit(model, node, shapes);
  return shapes;
}

function visit(model: ModelGraph, node: NodeProto, shapes: Shapes): void {
  const [name] = node.output;
  if (!name || shapes.has(name)) return;
  const rule: ShapeRule | undefined = shapeRules[node.opType];
  const shape = rule?.(
    node,
    node.input.map((input) => shapes.get(input) ?? null),
    model,
  );
  if (shape) shapes.set(name, shape);
}
