/** What operators become on the CPU (ONNX operator specification, opset 17): those that training steps are made of. */
import { TensorProto_DataType as type } from "../onnx/onnx_pb.ts";
import { sizeOf } from "../tensor.ts";
import { broadcastShape, joined, startsOf, stepsAlong, stepsOf } from "./broadcast.ts";
import { convolve } from "./convolve.ts";
import { bytes } from "./memoryLayout.ts";
import { multiply } from "./multiply.ts";
import { only, type Rule } from "./operation.ts";
import { addressOf, type Plan, type Value } from "./Plan.ts";
import type { Pair, Single, Spread } from "./pointwise.ts";
import { concat, expand, expanded, flatten, reduceSum, reshape, slice, split, transpose } from "./shaping.ts";

function pair(name: Pair): Rule {
  return (plan, { inputs }) => {
    only(inputs.length === 2, `${name} of other than two`);
    const shape = broadcastShape(inputs.map((value) => value.shape));
    const axes = joined(shape, [...inputs.map((value) => stepsAlong(value.shape, shape)), stepsOf(shape)]);
    const inner = axes.at(-1) ?? { extent: 1, steps: [1, 1, 1] };
    const rows = axes.at(-2) ?? { extent: 1, steps: [0, 0, 0] };
    const starts = startsOf(axes.slice(0, -2), 3).map((start) => start.map((place) => place * bytes.number));
    const spread: Spread = inner.steps[0] === 0 ? "left" : inner.steps[1] === 0 ? "right" : "none";
    const kernel = plan.kernels.pair(name, spread);
    const [a, b] = inputs as [Value, Value];
    const [aRow = 0, bRow = 0, outRow = 0] = rows.steps.map((step) => step * bytes.number);
    return [
      plan.make(shape, inputs, (to) => {
        for (const [x = 0, y = 0, z = 0] of starts) {
          kernel(addressOf(a) + x, addressOf(b) + y, to + z, inner.extent, rows.extent, aRow, bRow, outRow);
        }
      }),
    ];
  };
}

function single(name: Single): Rule {
  return (plan, { inputs: [x] }) => [onEach(plan, name, x as Value)];
}

function onEach(plan: Plan, name: Single, x: Value): Value {
  const kernel = plan.kernels.single(name);
  return plan.make(x.shape, [x], (to) => kernel(addressOf(x), to, sizeOf(x.shape)));
}

const where: Rule = (plan, { inputs }) => {
  const shape = broadcastShape(inputs.map((value) => value.shape));
  const all = inputs.map((value) => expanded(plan, value, shape));
  return [plan.make(shape, all, (to) => plan.kernels.select(...all.map(addressOf), to, sizeOf(shape)))];
};

const cast: Rule = (plan, { inputs, number }) => {
  const [x] = inputs as [Value];
  const to = number("to", 0);
  only(to === type.FLOAT || to === type.BOOL, "Cast to integers");
  return [to === type.FLOAT ? x : onEach(plan, "Truth", x)];
};

const conv: Rule = (plan, { inputs, number, integers }) => {
  const [x, w] = inputs as [Value, Value];
  const ones = (name: string) => integers(name).every((each) => each === 1);
  only(
    inputs.length === 2 && x.shape.length === 4 && number("group", 1) === 1,
    "Conv with a bias, in groups or of other than maps",
  );
  only(
    ones("strides") && ones("dilations") && integers("pads").length === 4,
    "Conv with steps or without pads",
  );
  return [convolve(plan, x, w, integers("pads"))];
};

const gemm: Rule = (plan, { inputs, number }) => {
  const [a, b, bias = null] = inputs as [Value, Value, Value?];
  const [turnedA, turnedB] = [number("transA", 0) === 1, number("transB", 0) === 1];
  const [rows = 1, depth = 1] = turnedA ? [...a.shape].reverse() : a.shape;
  const columns = b.shape[turnedB ? 0 : 1] ?? 1;
  only(number("alpha", 1) === 1 && number("beta", 1) === 1, "Gemm with factors");
  only(
    !bias || (bias.shape.at(-1) === columns && sizeOf(bias.shape) === columns),
    "Gemm with more than a row to add",
  );
  const extents = { rows, columns, depth };
  return [multiply(plan, { value: a, turned: turnedA }, { value: b, turned: turnedB }, extents, bias)];
};

const pairs = ["Add", "Mul", "Max", "Min", "Less", "LessOrEqual", "Equal"] as const;
const singles = ["Neg", "Relu", "Sqrt", "Reciprocal", "Not", "Sign", "Exp", "Log"] as const;

/** By the operator's name. */
export const rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(pairs.map((name) => [name, pair(name)])),
  ...Object.fromEntries(singles.map((name) => [name, single(name)])),
  Identity: (_, { inputs }) => inputs,
  Where: where,
  Cast: cast,
  ReduceSum: reduceSum,
  Reshape: reshape,
  Flatten: flatten,
  Transpose: transpose,
  Expand: expand,
  Split: split,
  Concat: concat,
  Slice: slice,
  Gemm: gemm,
  Conv: conv,
};
