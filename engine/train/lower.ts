/** Traced functions as ONNX: every primitive of jax-js that networks, losses and optimisers are made of. */
import type { ClosedJaxpr } from "@jax-js/jax";
import type { ModelGraph } from "../onnx/model.ts";
import { lowerConv } from "./lowerConv.ts";
import { lowerDot } from "./lowerDot.ts";
import { OnnxWriter } from "./OnnxWriter.ts";
import {
  arranged,
  freeExtent,
  materialised,
  padded,
  permuted,
  reshaped,
  spread,
  squeezed,
  type View,
  whole,
} from "./view.ts";

type Jaxpr = ClosedJaxpr["jaxpr"];
type Equation = Jaxpr["eqns"][number];
type Atom = Equation["inputs"][number];
type Params = Equation["params"];
type Rule = (
  writer: OnnxWriter,
  inputs: readonly View[],
  params: Params,
  sizes: readonly number[],
) => View | readonly View[];

/**
 * The graph that computes what `traced` does, its inputs and outputs under these names. An extent of `freeExtent` becomes the free
 * extent "n". Throws Error for a primitive without a rule: a fault of this project, not of its user.
 */
export function lower(
  name: string,
  traced: ClosedJaxpr,
  inputs: readonly string[],
  outputs: readonly string[],
): ModelGraph {
  const writer = new OnnxWriter();
  const jaxpr = traced.jaxpr.flatten().simplify();
  if (traced.consts.length > 0) throw new Error(`lower: ${name} holds arrays that are no input`);
  const views = new Map<Atom, View>();
  for (const [at, binder] of jaxpr.inBinders.entries()) {
    const { shape } = binder.aval;
    views.set(binder, whole(writer.input(inputs[at] as string, free(shape)), shape));
  }
  const viewOf = (atom: Atom): View =>
    views.get(atom) ?? whole(writer.scalar((atom as unknown as { value: number }).value), []);
  for (const equation of jaxpr.eqns) {
    const rule = rules[equation.primitive];
    if (!rule) throw new Error(`lower: ${name} needs ${equation.primitive}, which has no rule`);
    const [binder] = equation.outBinders;
    const made = rule(writer, equation.inputs.map(viewOf), equation.params, binder?.aval.shape ?? []);
    for (const [at, view] of [made].flat().entries())
      views.set(equation.outBinders[at] as Atom, view as View);
  }
  for (const [at, atom] of jaxpr.outs.entries()) {
    const view = viewOf(atom);
    writer.output(outputs[at] as string, materialised(writer, view), free(view.sizes));
  }
  return writer.graph(name);
}

function free(shape: readonly number[]) {
  return shape.map((size) => (size === freeExtent ? "n" : size));
}

/** An operator number by number, along the axes of that operand which has most; what none has stays spread. */
function pointwise(op: string): Rule {
  return (writer, inputs, _, sizes) => {
    const operands = inputs.map((view) => padded(view, sizes.length));
    const places = sizes.map((_, at) => at);
    const real = (view: View) => places.filter((at) => view.axes[at] !== null);
    const first = operands.reduce((a, b) => (real(b).length > real(a).length ? b : a));
    const along = real(first).sort((a, b) => (first.axes[a] as number) - (first.axes[b] as number));
    const others = places.filter(
      (at) => !along.includes(at) && operands.some(({ axes }) => axes[at] !== null),
    );
    const order = [...others, ...along];
    const name = writer.write(
      op,
      operands.map((view) => arranged(writer, view, order, true)),
    );
    const axes = places.map((at) => (order.includes(at) ? order.indexOf(at) : null));
    return { name, base: order.map((at) => sizes[at] as number), axes, sizes };
  };
}

/** A sum with one row for all rows of a product becomes part of the product. */
const add: Rule = (writer, [a, b], params, sizes) => {
  const [product, row] = a && b && a.sizes.length > b.sizes.length ? [a, b] : [b, a];
  const origin =
    product && row && row.base.length === 1 && row.axes.length === 1 ? writer.origin(product.name) : null;
  if (!product || !row || origin?.op !== "Gemm" || origin.inputs.length > 2 || product.axes.join() !== "0,1")
    return pointwise("Add")(writer, [a as View, b as View], params, sizes);
  return { ...product, name: writer.again(product.name, row.name) };
};

const isZero = (writer: OnnxWriter, view: View | undefined) => view?.name === writer.scalar(0);

const max: Rule = (writer, inputs, params, sizes) => {
  const [x, floor] = inputs;
  if (!x || !isZero(writer, floor)) return pointwise("Max")(writer, inputs, params, sizes);
  return { ...x, name: writer.write("Relu", [x.name]) };
};

/**
 * A choice between 0 and x is a product with a mask, which onnxruntime does in fewer passes; where x is not finite the result is
 * not either.
 */
const where: Rule = (writer, [condition, yes, no], params, sizes) => {
  if (!condition || !isZero(writer, yes))
    return pointwise("Where")(writer, [condition, yes, no] as View[], params, sizes);
  const mask = { ...condition, name: maskOf(writer, condition.name) };
  return pointwise("Mul")(writer, [no as View, mask], params, sizes);
};

/**
 * 1 where the condition fails, else 0. Of x < 0, the slope of a ReLU, it is the sign of what the ReLU gave: 0 at 0, as
 * PyTorch has it.
 */
function maskOf(writer: OnnxWriter, condition: string): string {
  const { op, inputs } = writer.origin(condition) ?? { op: "", inputs: [] };
  const [x, bound] = inputs;
  if (op === "Less" && x !== undefined && bound === writer.scalar(0))
    return writer.write("Sign", [writer.write("Relu", [x])]);
  return writer.write("Cast", [writer.write("Not", [condition])], { to: 1 });
}

const compare: Rule = (writer, inputs, { op }, sizes) => {
  const operator = { less: "Less", equal: "Equal", not_equal: "Equal", less_equal: "LessOrEqual" }[
    op as string
  ];
  const made = pointwise(operator ?? String(op))(writer, inputs, {}, sizes) as View;
  return op === "not_equal" ? { ...made, name: writer.write("Not", [made.name]) } : made;
};

const cast: Rule = (writer, [view], { dtype }) => {
  const to = { float32: 1, int32: 6, bool: 9 }[dtype as string];
  if (!view || to === undefined) throw new Error(`lower: can't cast to ${dtype}`);
  return { ...view, name: writer.write("Cast", [view.name], { to }) };
};

const reduce: Rule = (writer, [view], { op, axis }, sizes) => {
  if (!view || op !== "Add") throw new Error(`lower: can't reduce by ${op}`);
  const removed = axis as number[];
  const summed = removed.flatMap((at) => view.axes[at] ?? []);
  const times = removed.reduce((n, at) => (view.axes[at] === null ? n * (view.sizes[at] ?? 1) : n), 1);
  const keep = view.base.map((_, i) => i).filter((i) => !summed.includes(i));
  const sum =
    summed.length === 0
      ? view.name
      : writer.write("ReduceSum", [view.name, writer.integers(summed)], { keepdims: 0 });
  const name = times === 1 ? sum : writer.write("Mul", [sum, writer.scalar(times)]);
  const left = view.axes.filter((_, at) => !removed.includes(at));
  const axes = left.map((at) => (at === null ? null : keep.indexOf(at)));
  return { name, base: keep.map((i) => view.base[i] as number), axes, sizes };
};

const reshape: Rule = (writer, [view], _, sizes) => {
  if (!view) throw new Error("lower: nothing to reshape");
  return (
    squeezed(view, sizes) ?? whole(reshaped(writer, materialised(writer, view), view.sizes, sizes), sizes)
  );
};

/** Rules for what is done to a tensor as it lies. */
function plain(make: (writer: OnnxWriter, names: readonly string[], params: Params) => string): Rule {
  return (writer, inputs, params, sizes) =>
    whole(
      make(
        writer,
        inputs.map((view) => materialised(writer, view)),
        params,
      ),
      sizes,
    );
}

const split: Rule = (writer, [view], { axis, sizes }) => {
  if (!view) throw new Error("lower: nothing to split");
  const parts = sizes as number[];
  const inputs = [materialised(writer, view), writer.integers(parts)];
  const names = writer.writeMany("Split", inputs, { axis: axis as number }, parts.length);
  return names.map((name, at) =>
    whole(
      name,
      view.sizes.map((size, i) => (i === axis ? (parts[at] as number) : size)),
    ),
  );
};

const shrink: Rule = (writer, [view], { slice }) => {
  if (!view) throw new Error("lower: nothing to shrink");
  const ranges = slice as [number, number][];
  const cut = ranges.flatMap(([from, to], axis) =>
    from === 0 && to === view.sizes[axis] ? [] : [{ from, to, axis }],
  );
  const lists = [cut.map(({ from }) => from), cut.map(({ to }) => to), cut.map(({ axis }) => axis)];
  const inputs = [materialised(writer, view), ...lists.map((list) => writer.integers(list))];
  return whole(
    writer.write("Slice", inputs),
    ranges.map(([from, to]) => to - from),
  );
};

const rules: Readonly<Record<string, Rule>> = {
  add,
  mul: pointwise("Mul"),
  max,
  min: pointwise("Min"),
  neg: pointwise("Neg"),
  reciprocal: pointwise("Reciprocal"),
  exp: pointwise("Exp"),
  log: pointwise("Log"),
  sqrt: pointwise("Sqrt"),
  where,
  compare,
  cast,
  reduce,
  reshape,
  split,
  shrink,
  dot: (writer, [a, b], _, sizes) => lowerDot(writer, a as View, b as View, sizes),
  conv: (writer, [x, w], params, sizes) => lowerConv(writer, x as View, w as View, params as never, sizes),
  stop_gradient: (_, [view]) => view as View,
  transpose: (_, [view], { perm }) => permuted(view as View, perm as number[]),
  broadcast: (_, [view], { shape, axis }) => spread(view as View, shape as number[], axis as number[]),
  concatenate: plain((writer, names, { axis }) => writer.write("Concat", names, { axis: axis as number })),
  pad: plain((writer, names, { width }) => {
    const pairs = width as [number, number][];
    const pads = [...pairs.map(([before]) => before), ...pairs.map(([, after]) => after)];
    return writer.write("Pad", [...names, writer.integers(pads)]);
  }),
  flip: plain((writer, names, { axis }) => {
    const axes = axis as number[];
    const lists = [axes.map(() => -1), axes.map(() => -(2 ** 31)), axes, axes.map(() => -1)];
    return writer.write("Slice", [...names, ...lists.map((list) => writer.integers(list))]);
  }),
};
