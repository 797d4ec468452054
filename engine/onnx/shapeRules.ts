/** What operators do to shapes (ONNX operator specification, opset 17): the few that image networks are made of. */
import type { Extent, ModelGraph } from "./model.ts";
import type { NodeProto } from "./onnx_pb.ts";
import { structureOf } from "./structure.ts";
import { numbersOf } from "./weights.ts";

type Shape = readonly Extent[];

/** The shape of a node's first output from those of its inputs; null where it cannot be told. */
export type ShapeRule = (
  node: NodeProto,
  inputs: readonly (Shape | null)[],
  model: ModelGraph,
) => Extent[] | null;

function attribute(node: NodeProto, name: string) {
  return node.attribute.find((each) => each.name === name);
}

function integers(node: NodeProto, name: string): number[] | null {
  const found = attribute(node, name);
  return found ? found.ints.map(Number) : null;
}

function integer(node: NodeProto, name: string, fallback: number): number {
  const found = attribute(node, name);
  return found ? Number(found.i) : fallback;
}

/** The numbers of an input that is known beforehand: an initializer or a Constant. */
function constant(model: ModelGraph, name: string | undefined): number[] | null {
  if (!name) return null;
  const { initializers, producers } = structureOf(model);
  const made = producers.get(name);
  const weights =
    initializers.get(name) ?? (made?.opType === "Constant" ? attribute(made, "value")?.t : undefined);
  return weights ? Array.from(numbersOf(weights)) : null;
}

function times(extent: Extent, factor: number): Extent {
  return typeof extent === "number" ? Math.floor(extent * factor) : "";
}

const same: ShapeRule = (_, [x]) => (x ? [...x] : null);

const broadcast: ShapeRule = (_, inputs) => {
  const rank = Math.max(...inputs.map((shape) => shape?.length ?? -1));
  if (inputs.some((shape) => !shape)) return null;
  return Array.from({ length: rank }, (_, axis) => {
    const extents = inputs.map((shape) => shape?.[axis - rank + shape.length] ?? 1).filter((e) => e !== 1);
    return extents.find((extent) => typeof extent === "number") ?? extents[0] ?? 1;
  });
};

/** The extents of a window sliding over a map: of convolution and pooling. */
function slide(node: NodeProto, x: Shape, kernel: readonly Extent[]): Extent[] {
  const pads = integers(node, "pads");
  const auto = new TextDecoder().decode(attribute(node, "auto_pad")?.s ?? new Uint8Array());
  return kernel.map((extent, axis) => {
    const from = x[axis + 2];
    const stride = integers(node, "strides")?.[axis] ?? 1;
    const span =
      typeof extent === "number" ? (extent - 1) * (integers(node, "dilations")?.[axis] ?? 1) + 1 : 0;
    if (typeof from !== "number" || span === 0) return "";
    if (auto.startsWith("SAME")) return Math.ceil(from / stride);
    const padding = (pads?.[axis] ?? 0) + (pads?.[axis + kernel.length] ?? 0);
    return Math.floor((from + padding - span) / stride) + 1;
  });
}

const conv: ShapeRule = (node, [x, w]) =>
  x && w ? [x[0] ?? "", w[0] ?? "", ...slide(node, x, w.slice(2))] : null;

const pool: ShapeRule = (node, [x]) =>
  x ? [...x.slice(0, 2), ...slide(node, x, integers(node, "kernel_shape") ?? [])] : null;

const convTranspose: ShapeRule = (node, [x, w]) => {
  if (!x || !w) return null;
  const pads = integers(node, "pads");
  const spatial = w.slice(2).map((extent, axis): Extent => {
    const from = x[axis + 2];
    if (typeof from !== "number" || typeof extent !== "number") return "";
    const stride = integers(node, "strides")?.[axis] ?? 1;
    const span = (extent - 1) * (integers(node, "dilations")?.[axis] ?? 1) + 1;
    const padding = (pads?.[axis] ?? 0) + (pads?.[axis + w.length - 2] ?? 0);
    return (from - 1) * stride + span - padding + (integers(node, "output_padding")?.[axis] ?? 0);
  });
  return [x[0] ?? "", times(w[1] ?? "", integer(node, "group", 1)), ...spatial];
};

const gemm: ShapeRule = (node, [a, b]) =>
  a && b ? [a[integer(node, "transA", 0) ? 1 : 0] ?? "", b[integer(node, "transB", 0) ? 0 : 1] ?? ""] : null;

const matMul: ShapeRule = (_, [a, b]) =>
  a && b && a.length >= b.length && b.length > 1 ? [...a.slice(0, -1), b.at(-1) ?? ""] : null;

const resize: ShapeRule = (node, [x], model) => {
  if (!x) return null;
  const sizes = node.opType === "Resize" ? constant(model, node.input[3]) : null;
  if (sizes?.length === x.length) return [x[0] ?? "", ...sizes.slice(1)];
  const scales = constant(model, node.input[node.opType === "Resize" ? 2 : 1]);
  if (scales?.length !== x.length) return x.map((extent, axis) => (axis < 2 ? extent : ""));
  return x.map((extent, axis) => (scales[axis] === 1 ? extent : times(extent, scales[axis] ?? 1)));
};

/** A batch that is reshaped to -1 in front stays free; a target with unknown parts is not followed. */
const reshape: ShapeRule = (node, [x], model) => {
  const target = constant(model, node.input[1]);
  if (!target || !x) return null;
  const shape = target.map(
    (extent, axis): Extent => (extent === 0 ? (x[axis] ?? "") : extent === -1 ? "" : extent),
  );
  const open = target.indexOf(-1);
  if (open < 0 || x.some((e) => typeof e !== "number")) return shape;
  const all = (x as number[]).reduce((product, extent) => product * extent, 1);
  const rest = shape.reduce<number>((product, extent) => product * (extent === "" ? 1 : Number(extent)), 1);
  return shape.with(open, all / rest);
};

const flatten: ShapeRule = (_, [x]) =>
  x?.slice(1).every((e) => typeof e === "number")
    ? [x[0] ?? "", (x.slice(1) as number[]).reduce((product, extent) => product * extent, 1)]
    : null;

const concat: ShapeRule = (node, inputs) => {
  const [x] = inputs;
  if (!x) return null;
  const axis = (integer(node, "axis", 1) + x.length) % x.length;
  const extents = inputs.map((shape) => shape?.[axis]);
  const known = extents.every((extent) => typeof extent === "number");
  return x.with(
    axis,
    known ? (extents as number[]).reduce((sum, extent) => sum + extent, 0) : "",
  ) as Extent[];
};

const transpose: ShapeRule = (node, [x]) =>
  x ? (integers(node, "perm") ?? x.map((_, axis) => x.length - 1 - axis)).map((axis) => x[axis] ?? "") : null;

const globalPool: ShapeRule = (_, [x]) => (x ? x.map((extent, axis) => (axis < 2 ? extent : 1)) : null);

/** The axes come as an attribute, or from opset 18 on as an input; without either all are reduced. */
const reduce: ShapeRule = (node, [x], model) => {
  if (!x) return null;
  const given = integers(node, "axes") ?? constant(model, node.input[1]);
  const axes = new Set((given ?? [...x.keys()]).map((axis) => (axis + x.length) % x.length));
  const kept = integer(node, "keepdims", 1) === 1;
  return x.flatMap((extent, axis): Extent[] => (axes.has(axis) ? (kept ? [1] : []) : [extent]));
};

function all(names: string, rule: ShapeRule): Record<string, ShapeRule> {
  return Object.fromEntries(names.split(" ").map((name) => [name, rule]));
}

/** By operator. What is not here has no known shape. */
export const shapeRules: Readonly<Record<string, ShapeRule>> = {
  ...all(
    "Identity Cast Relu LeakyRelu PRelu Elu Selu Sigmoid Tanh Softplus Gelu Erf HardSwish Clip Dropout",
    same,
  ),
  ...all("Abs Neg Exp Log Sqrt Reciprocal Sin Cos Floor Ceil Round Sign Not Softmax LogSoftmax", same),
  ...all("BatchNormalization InstanceNormalization LayerNormalization LpNormalization LRN", same),
  ...all("Add Sub Mul Div Pow Min Max Mean Sum Greater Less Equal Where And Or", broadcast),
  ...all("MaxPool AveragePool", pool),
  ...all("GlobalAveragePool GlobalMaxPool", globalPool),
  ...all("ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceSumSquare", reduce),
  ...all("Resize Upsample", resize),
  Conv: conv,
  ConvTranspose: convTranspose,
  Gemm: gemm,
  MatMul: matMul,
  Reshape: reshape,
  Flatten: flatten,
  Concat: concat,
  Transpose: transpose,
};
