import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCpuCaller } from "../../../engine/cpu/caller.ts";
import { type HostTensor, sizeOf, tensor } from "../../../engine/tensor.ts";
import { distance, expectClose } from "../../expectClose.ts";
import { onnx, type Spec } from "../onnx/build.ts";
import { onOrt } from "../onnx/onOrt.ts";
import { numbers } from "./numbers.ts";

type Tensors = Readonly<Record<string, HostTensor>>;
type Node = Spec["nodes"][number];

const own = createCpuCaller();
let programs = 0;

/** A program of these nodes with the outputs `shapes`. */
function programOf(
  inputs: Tensors,
  nodes: Node[],
  weights: Spec["weights"] = {},
  shapes: Spec["outputs"] = { y: [] },
) {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, [...shape]]));
  return { graph: onnx({ inputs: given, outputs: shapes, weights, nodes }), sha256: `test ${programs++}` };
}

const integers = (data: number[]) => ({ dims: [data.length], data, int64: true });

/** Expects of own kernels what onnxruntime gives, which refuses another shape. */
async function agree(
  inputs: Tensors,
  nodes: Node[],
  weights: Spec["weights"] = {},
  outputs = ["y"],
  tolerance = 1e-5,
): Promise<void> {
  const declared = (of: (name: string) => number[]) =>
    Object.fromEntries(outputs.map((name) => [name, of(name)]));
  const made = await own.call(
    programOf(
      inputs,
      nodes,
      weights,
      declared(() => []),
    ),
    inputs,
    outputs,
  );
  const shapes = declared((name) => [...(made?.[name]?.shape ?? [])]);
  const expected = await (await onOrt())(programOf(inputs, nodes, weights, shapes), inputs, outputs);
  for (const name of outputs)
    expectClose(made?.[name] as HostTensor, expected[name] as HostTensor, tolerance);
}

const some = (shape: readonly number[], seed = 1) =>
  tensor(
    shape,
    numbers(sizeOf(shape), () => true, seed),
  );
const extent = fc.integer({ min: 1, max: 9 });
const shape = fc.array(extent, { minLength: 1, maxLength: 4 });

/** Another shape that is spread against this one: some extents 1, some leading ones left out. */
const spreadOf = (whole: readonly number[]) =>
  fc
    .tuple(
      fc.nat({ max: whole.length }),
      fc.array(fc.boolean(), { minLength: whole.length, maxLength: whole.length }),
    )
    .map(([from, ones]) => whole.map((each, at) => (ones[at] ? 1 : each)).slice(from));

describe("a product", () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 70 }),
    columns: fc.integer({ min: 1, max: 70 }),
    depth: fc.integer({ min: 1, max: 40 }),
    density: fc.constantFrom(0, 0.3, 1),
    transA: fc.integer({ min: 0, max: 1 }),
    transB: fc.integer({ min: 0, max: 1 }),
    biased: fc.boolean(),
  });

  it("is that of matrices of any size, dense or not, however they lie", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ({ rows, columns, depth, density, transA, transB, biased }) => {
        const a = tensor(
          transA ? [depth, rows] : [rows, depth],
          numbers(rows * depth, (draw) => draw < 2 * density - 1),
        );
        const b = some(transB ? [columns, depth] : [depth, columns], 2);
        const bias = biased ? { bias: some([columns], 3) } : {};
        const node = {
          op: "Gemm",
          in: ["a", "b", ...Object.keys(bias)],
          out: ["y"],
          ints: { transA, transB },
        };
        const made = await own.call(programOf({ a, b, ...bias }, [node]), { a, b, ...bias }, ["y"]);
        const at = (i: number, k: number, turned: number, [rows = 1, wide = 1]: readonly number[]) =>
          turned ? k * wide + i : i * wide + (rows && k);
        const expected = Float64Array.from({ length: rows * columns }, (_, place) => {
          const [i, j] = [Math.floor(place / columns), place % columns];
          let sum = bias.bias?.data[j] ?? 0;
          for (let k = 0; k < depth; k++)
            sum +=
              (a.data[at(i, k, transA, a.shape)] ?? 0) *
              (b.data[transB ? j * depth + k : k * columns + j] ?? 0);
          return sum;
        });
        expect(made?.["y"]?.shape).toEqual([rows, columns]);
        expect(distance(made?.["y"]?.data ?? [], expected)).toBeLessThanOrEqual(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it("takes the same matrix several times, lying either way", async () => {
    const square = some([13, 13]);
    const product = (out: string, transA: number, transB: number) => ({
      ...{ op: "Gemm", in: ["x", "x"], out: [out], ints: { transA, transB } },
    });
    const nodes = [product("p", 0, 0), product("q", 1, 0), product("r", 0, 1)];
    await agree({ x: square }, [
      ...nodes,
      { op: "Add", in: ["p", "q"], out: ["s"] },
      { op: "Add", in: ["s", "r"], out: ["y"] },
    ]);
  });

  it("is not finite where a number meets one that is not", async () => {
    const feeds = {
      a: tensor([1, 2], Float32Array.of(0, 2)),
      b: tensor([2, 1], Float32Array.of(3, -Infinity)),
    };
    const made = await own.call(programOf(feeds, [{ op: "Gemm", in: ["a", "b"], out: ["y"] }]), feeds, ["y"]);
    expect(Array.from(made?.["y"]?.data ?? [])).toEqual([-Infinity]);
  });
});

describe("a convolution", () => {
  const convolution = (pads: number[]): Node => ({
    ...{ op: "Conv", in: ["x", "w"], out: ["y"], ints: { strides: [1, 1], dilations: [1, 1], pads } },
  });

  it("is that of maps of any size by weights of any size", async () => {
    const small = fc.integer({ min: 1, max: 5 });
    const sizes = fc.record({
      n: small,
      units: small,
      out: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 3, max: 9 }),
      width: fc.constantFrom(3, 4, 7, 8, 16),
      tall: fc.integer({ min: 1, max: 3 }),
      wide: fc.integer({ min: 1, max: 3 }),
      pads: fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, ({ n, units, out, height, width, tall, wide, pads }) =>
        agree({ x: some([n, units, height, width]), w: some([out, units, tall, wide], 2) }, [
          convolution(pads),
        ]),
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["pictures of 16x16, whose panels lie within a sample", [3, 6, 16, 16], [5, 6, 3, 3]],
    ["weights as deep as several panels", [2, 3, 16, 16], [4, 3, 16, 16]],
    ["more units than a panel is deep", [1, 70, 8, 8], [3, 70, 3, 3]],
  ] as const)("is that of %s", async (_, x, w) => {
    await agree({ x: some(x), w: some(w, 2) }, [convolution([1, 1, 1, 1])], {}, ["y"], 1e-4);
  });
});

describe("operators number by number", () => {
  it.each(["Add", "Mul", "Max", "Min"])(
    "spread shapes against each other as onnxruntime does: %s",
    async (op) => {
      const shapes = shape.chain((whole) => fc.tuple(spreadOf(whole), spreadOf(whole)));
      await fc.assert(
        fc.asyncProperty(shapes, ([left, right]) =>
          agree({ a: some(left), b: some(right, 2) }, [{ op, in: ["a", "b"], out: ["y"] }]),
        ),
        { numRuns: 25 },
      );
    },
  );

  it.each(["Less", "LessOrEqual", "Equal"])("compare: %s", async (op) => {
    const [a, b] = [tensor([2, 3], Float32Array.of(1, 2, 3, 4, 5, 6)), tensor([3], Float32Array.of(4, 2, 0))];
    await agree({ a, b }, [
      { op, in: ["a", "b"], out: ["c"] },
      { op: "Not", in: ["c"], out: ["d"] },
      { op: "Cast", in: ["d"], out: ["y"], ints: { to: 1 } },
    ]);
  });

  it.each(["Neg", "Relu", "Sqrt", "Reciprocal", "Sign", "Exp", "Log"])(
    "take any number of numbers: %s",
    async (op) => {
      const x = tensor(
        [4, 7],
        numbers(28).map((value) => (op === "Sqrt" || op === "Log" ? Math.abs(value) : value)),
      );
      const made = programOf({ x }, [{ op, in: ["x"], out: ["y"] }], {}, { y: [4, 7] });
      const [mine, theirs] = [await own.call(made, { x }, ["y"]), await (await onOrt())(made, { x }, ["y"])];
      const relative = (list: ArrayLike<number>) =>
        Array.from(list, (y, at) => y / (Math.abs((theirs["y"] as HostTensor).data[at] ?? 1) + 1e-3));
      expect(
        distance(relative(mine?.["y"]?.data ?? []), relative((theirs["y"] as HostTensor).data)),
      ).toBeLessThanOrEqual(1e-6);
    },
  );

  it("choose by a condition that is spread", async () => {
    const [x, no] = [some([4, 5]), some([4, 1], 2)];
    await agree(
      { x, no },
      [
        { op: "Cast", in: ["truth"], out: ["condition"], ints: { to: 9 } },
        { op: "Where", in: ["condition", "x", "no"], out: ["y"] },
      ],
      { truth: { dims: [5], data: [0, 1, 0, -2, 1] } },
    );
  });
});

describe("operators on shapes", () => {
  it("sum over any axes, kept or not", async () => {
    const cases = shape.chain((whole) =>
      fc.tuple(
        fc.constant(whole),
        fc.uniqueArray(fc.integer({ min: -whole.length, max: whole.length - 1 }), {
          minLength: 1,
          selector: (axis) => (axis + whole.length) % whole.length,
        }),
        fc.integer({ min: 0, max: 1 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, ([whole, axes, keepdims]) =>
        agree(
          { x: some(whole) },
          [{ op: "ReduceSum", in: ["x", "axes"], out: ["y"], ints: { keepdims } }],
          { axes: integers(axes) },
          ["y"],
          1e-4,
        ),
      ),
      { numRuns: 40 },
    );
  });

  it("sum tens of thousands of numbers as closely as float32 has room for", async () => {
    const x = tensor([33_333], numbers(33_333).map(Math.abs));
    const made = await own.call(programOf({ x }, [{ op: "ReduceSum", in: ["x"], out: ["y"] }]), { x }, ["y"]);
    const exact = Array.from(x.data).reduce((sum, value) => sum + value, 0);
    expect(Math.abs((made?.["y"]?.data[0] ?? 0) / exact - 1)).toBeLessThan(1e-6);
  });

  it("take a part, forwards or backwards", async () => {
    const cases = shape.chain((whole) =>
      fc.tuple(
        fc.constant(whole),
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: -4, max: 4 }),
        fc.integer({ min: 5, max: 2 ** 31 - 1 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([whole, axis, start, far, stride, back]) => {
        const extent = whole[axis] as number;
        fc.pre(back || start < extent);
        await agree(
          { x: some(whole) },
          [{ op: "Slice", in: ["x", "starts", "ends", "axes", "steps"], out: ["y"] }],
          {
            starts: integers([back ? -1 : Math.max(start, -extent)]),
            ends: integers([back ? -far : far]),
            axes: integers([axis]),
            steps: integers([back ? -stride : stride]),
          },
        );
      }),
      { numRuns: 40 },
    );
  });

  it("transpose in any order", async () => {
    const cases = shape.chain((whole) =>
      fc.tuple(fc.constant(whole), fc.shuffledSubarray([...whole.keys()], { minLength: whole.length })),
    );
    await fc.assert(
      fc.asyncProperty(cases, ([whole, perm]) =>
        agree({ x: some(whole) }, [{ op: "Transpose", in: ["x"], out: ["y"], ints: { perm } }]),
      ),
      { numRuns: 25 },
    );
  });

  it("take apart, look at otherwise, spread and join", async () => {
    const nodes: Node[] = [
      { op: "Split", in: ["x", "parts"], out: ["a", "b"], ints: { axis: 0 } },
      { op: "Reshape", in: ["a", "square"], out: ["c"] },
      { op: "Flatten", in: ["c"], out: ["d"], ints: { axis: 1 } },
      { op: "Expand", in: ["b", "wide"], out: ["e"] },
      { op: "Concat", in: ["e", "d", "e"], out: ["f"], ints: { axis: 0 } },
      { op: "Identity", in: ["f"], out: ["y"] },
    ];
    const weights = { parts: integers([9, 3]), square: integers([3, -1]), wide: integers([2, 3]) };
    await agree({ x: some([12]) }, nodes, weights, ["y", "c"]);
  });
});

describe("what own kernels do not know", () => {
  const x = some([3, 4]);

  it.each([
    ["an operator without a rule", { op: "Softmax", in: ["x"], out: ["y"] }, {}],
    [
      "a sum whose axes are an attribute",
      { op: "ReduceSum", in: ["x"], out: ["y"], ints: { axes: [1] } },
      {},
    ],
    ["parts along a later axis", { op: "Concat", in: ["x", "x"], out: ["y"], ints: { axis: 1 } }, {}],
    [
      "a bias of more than a row",
      { op: "Gemm", in: ["x", "w", "c"], out: ["y"] },
      { w: { dims: [4, 1], data: [1, 2, 3, 4] }, c: { dims: [3, 1], data: [1, 2, 3] } },
    ],
    ["numbers as integers", { op: "Cast", in: ["x"], out: ["y"], ints: { to: 6 } }, {}],
  ] as const)("is left to onnxruntime: %s", async (_, node, weights) => {
    const program = programOf({ x }, [node as never], weights as never);
    expect(await own.call(program, { x }, ["y"])).toBeNull();
  });

  it("is left to onnxruntime: truths as a result", async () => {
    const program = programOf({ x }, [
      { op: "Less", in: ["x", "x"], out: ["z"] },
      { op: "Cast", in: ["z"], out: ["y"], ints: { to: 1 } },
    ]);
    expect(await own.call(program, { x }, ["z"])).toBeNull();
    expect(await own.call(program, { x }, ["y"])).not.toBeNull();
  });
});
