/** Rules for operators that move numbers, or add them up along axes. */
import { sizeOf } from "../tensor.ts";
import { broadcastShape, joined, stepsAlong, stepsOf } from "./broadcast.ts";
import { copyAlong } from "./copyAlong.ts";
import { bytes } from "./memoryLayout.ts";
import { only, type Rule } from "./operation.ts";
import { addressOf, type Plan, type Value } from "./Plan.ts";

/** Copies numbers that are `steps` apart along the axes of `shape`, from number `first` on. */
function gathered(
  plan: Plan,
  from: Value,
  shape: readonly number[],
  steps: readonly number[],
  first = 0,
): Value {
  const axes = joined(shape, [steps, stepsOf(shape)]);
  const whole = plan.view(from, from.shape, first);
  const copy = copyAlong(plan.kernels, axes);
  return plan.make(shape, [from], (to) => copy(addressOf(whole), to));
}

/** Spread to a shape. */
export function expanded(plan: Plan, value: Value, shape: readonly number[]): Value {
  if (sizeOf(value.shape) === sizeOf(shape)) return plan.view(value, shape);
  return gathered(plan, value, shape, stepsAlong(value.shape, shape));
}

/** Axes that lie side by side are summed in one go, the last first. */
export const reduceSum: Rule = (plan, { inputs, known, integers, number }) => {
  const [x] = inputs as [Value];
  only(
    integers("axes").length === 0 && number("noop_with_empty_axes", 0) === 0,
    "ReduceSum with its axes elsewhere",
  );
  const rank = x.shape.length;
  const axes = inputs.length > 1 ? known(1).map((axis) => (axis + rank) % rank) : [...x.shape.keys()];
  const kept = x.shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent));
  let sum = x;
  for (let last = rank - 1; last >= 0; last--) {
    if (!axes.includes(last)) continue;
    let first = last;
    while (axes.includes(first - 1)) first--;
    sum = summed(plan, sum, first, last + 1);
    last = first;
  }
  const shape = number("keepdims", 1) ? kept : x.shape.filter((_, axis) => !axes.includes(axis));
  return [plan.view(sum, shape)];
};

function summed(plan: Plan, x: Value, from: number, to: number): Value {
  const [outer, middle, inner] = [x.shape.slice(0, from), x.shape.slice(from, to), x.shape.slice(to)].map(
    sizeOf,
  );
  const shape = x.shape.map((extent, axis) => (axis >= from && axis < to ? 1 : extent));
  const { sum, sumRows, sumPairs } = plan.kernels;
  return plan.make(shape, [x], (out) => {
    if (inner === 1 && middle === 2) sumPairs(addressOf(x), out, outer as number);
    else if (inner === 1) sumRows(addressOf(x), out, outer as number, middle as number);
    else sum(addressOf(x), out, inner as number, middle as number, outer as number);
  });
}

export const reshape: Rule = (plan, { inputs, known, number }) => {
  const [x] = inputs as [Value];
  only(number("allowzero", 0) === 0, "Reshape to an extent of 0");
  const wanted = known(1).map((extent, axis) => (extent === 0 ? (x.shape[axis] as number) : extent));
  const rest = sizeOf(x.shape) / sizeOf(wanted.filter((extent) => extent !== -1));
  return [
    plan.view(
      x,
      wanted.map((extent) => (extent === -1 ? rest : extent)),
    ),
  ];
};

export const flatten: Rule = (plan, { inputs, number }) => {
  const [x] = inputs as [Value];
  const axis = number("axis", 1);
  return [plan.view(x, [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis))])];
};

export const transpose: Rule = (plan, { inputs, integers }) => {
  const [x] = inputs as [Value];
  const steps = stepsOf(x.shape);
  const order = integers("perm");
  only(order.length === x.shape.length, "Transpose without an order");
  const of = (list: readonly number[]) => order.map((axis) => list[axis] as number);
  return [gathered(plan, x, of(x.shape), of(steps))];
};

export const expand: Rule = (plan, { inputs, known }) => {
  const [x] = inputs as [Value];
  return [expanded(plan, x, broadcastShape([x.shape, known(1)]))];
};

export const slice: Rule = (plan, { inputs, known }) => {
  const [x] = inputs as [Value];
  only(inputs.length === 5, "Slice without axes and steps");
  const [starts, ends, axes, strides] = [1, 2, 3, 4].map(known) as [number[], number[], number[], number[]];
  const [shape, steps] = [[...x.shape], stepsOf(x.shape)];
  let first = 0;
  for (const [at, axis] of axes.map((each) => (each + shape.length) % shape.length).entries()) {
    const [extent, stride] = [x.shape[axis] as number, strides[at] as number];
    const within = (place: number) => {
      const counted = place < 0 ? place + extent : place;
      return stride > 0
        ? Math.min(Math.max(counted, 0), extent)
        : Math.min(Math.max(counted, -1), extent - 1);
    };
    const [from, to] = [within(starts[at] as number), within(ends[at] as number)];
    shape[axis] = Math.max(0, Math.ceil((to - from) / stride));
    first += from * (steps[axis] as number);
    steps[axis] = (steps[axis] as number) * stride;
  }
  return [gathered(plan, x, shape, steps, first)];
};

export const split: Rule = (plan, { inputs, number, known }) => {
  const [x] = inputs as [Value];
  only(number("axis", 0) === 0, "Split along a later axis");
  const each = sizeOf(x.shape.slice(1));
  let begin = 0;
  return known(1).map((extent) => {
    const part = plan.view(x, [extent, ...x.shape.slice(1)], begin * each);
    begin += extent;
    return part;
  });
};

export const concat: Rule = (plan, { inputs, number }) => {
  const [first] = inputs as [Value];
  only(number("axis", 0) === 0, "Concat along a later axis");
  const extent = inputs.reduce((sum, { shape }) => sum + (shape[0] as number), 0);
  const copies = inputs.map(({ shape }) =>
    copyAlong(plan.kernels, [{ extent: sizeOf(shape), steps: [1, 1] }]),
  );
  return [
    plan.make([extent, ...first.shape.slice(1)], inputs, (to) => {
      let place = to;
      for (const [at, part] of inputs.entries()) {
        copies[at]?.(addressOf(part), place);
        place += sizeOf(part.shape) * bytes.number;
      }
    }),
  ];
};
