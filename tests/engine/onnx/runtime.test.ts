import { afterAll, describe, expect, test } from "vitest";
import { parseCard } from "../../../engine/card.ts";
import type { Model } from "../../../engine/models.ts";
import { TensorProto_DataType as type } from "../../../engine/onnx/onnx_pb.ts";
import { createRuntime } from "../../../engine/onnx/runtime.ts";
import { type Tensor, tensor } from "../../../engine/tensor.ts";
import { onnx, type Spec } from "./build.ts";

const runtime = await createRuntime({ backend: "wasm", threads: 1 });
afterAll(() => runtime.close());

const card = parseCard({
  format: "ganglion/model",
  version: 1,
  id: "test",
  kind: "generator",
  onnx: "test.onnx",
  sha256: "0".repeat(64),
  latent: { tensor: "z", size: 2 },
  layers: [{ name: "a", resolution: 4, output: "y", units: 1 }],
  image: { output: "y" },
});

let count = 0;
function model(spec: Spec): Model {
  return { card, graph: onnx(spec), sha256: `test ${count++}` };
}

async function run(made: Model, feeds: Record<string, Tensor>, output: string) {
  const results = await runtime.run(made, feeds, [output]);
  const { shape, data } = await runtime.read(results[output] as Tensor);
  return { shape, data: [...data] };
}

function floats(shape: number[], ...data: number[]) {
  return tensor(shape, Float32Array.from(data));
}

/** y = x + 10 a for every sample. */
const sum: Spec = {
  inputs: { x: ["n", 2], a: ["n", 2] },
  outputs: { y: ["n", 2] },
  weights: { ten: { dims: [], data: [10] } },
  nodes: [
    { op: "Mul", in: ["a", "ten"], out: ["b"] },
    { op: "Add", in: ["x", "b"], out: ["y"] },
  ],
};

describe("a run", () => {
  test("gives what the model computes, at interior tensors too", async () => {
    const made = model(sum);
    const x = floats([2, 2], 1, 2, 3, 4);
    const a = floats([2, 2], 1, 1, 2, 2);
    expect(await run(made, { x, a }, "y")).toEqual({ shape: [2, 2], data: [11, 12, 23, 24] });
    expect(await run(made, { a }, "b")).toEqual({ shape: [2, 2], data: [10, 10, 20, 20] });
    expect(await run(made, { x, b: a }, "y")).toEqual({ shape: [2, 2], data: [2, 3, 5, 6] });
  });

  test("repeats a single sample for all others", async () => {
    const feeds = { x: floats([2, 2], 1, 2, 3, 4), a: floats([1, 2], 1, 2) };
    expect(await run(model(sum), feeds, "y")).toEqual({ shape: [2, 2], data: [11, 22, 13, 24] });
  });

  test("gives a fed output back as it is", async () => {
    const x = floats([1, 2], 5, 6);
    const results = await runtime.run(model(sum), { x, a: x }, ["x", "y"]);
    expect(results.x).toBe(x);
  });

  test("takes a vector without a sample axis as it is, next to a batch", async () => {
    const made = model({
      ...sum,
      weights: { ten: { dims: [2], data: [10, 10] } },
      nodes: [
        { op: "Mul", in: ["a", "ten"], out: ["b"] },
        { op: "Add", in: ["x", "b"], out: ["y"] },
      ],
    });
    const feeds = {
      x: floats([3, 2], 0, 0, 0, 0, 0, 0),
      a: floats([1, 2], 1, 2),
      ten: floats([2], 100, 1000),
    };
    expect(await run(made, feeds, "y")).toEqual({ shape: [3, 2], data: [100, 2000, 100, 2000, 100, 2000] });
  });

  test("queues behind those that came before, on one session and on several", async () => {
    const made = [model(sum), model(sum)];
    const x = floats([1, 2], 1, 1);
    const runs = Array.from({ length: 8 }, (_, i) =>
      run(made[i % 2] as Model, { x, a: floats([1, 2], i, i) }, "y"),
    );
    const results = await Promise.all(runs);
    expect(results.map(({ data }) => data[0])).toEqual([1, 11, 21, 31, 41, 51, 61, 71]);
  });

  test("says which shape a feed should have", async () => {
    const a = floats([1, 2], 1, 1);
    await expect(run(model(sum), { x: floats([4, 3], ...Array(12).fill(0)), a }, "y")).rejects.toThrow(
      "x: expected [n, 2], got [4, 3]",
    );
    await expect(run(model(sum), { x: floats([2], 1, 2), a }, "y")).rejects.toThrow(
      "x: expected [n, 2], got [2]",
    );
  });

  test("says which feeds differ in samples", async () => {
    const feeds = { x: floats([3, 2], 1, 2, 3, 4, 5, 6), a: floats([2, 2], 1, 2, 3, 4) };
    await expect(run(model(sum), feeds, "y")).rejects.toThrow("x and a differ in samples: 3 and 2");
  });

  test("names a tensor that the model lacks, and an input that is not fed", async () => {
    await expect(run(model(sum), { q: floats([1, 2], 1, 1) }, "y")).rejects.toThrow(
      'the model has no tensor "q"',
    );
    await expect(run(model(sum), { x: floats([1, 2], 1, 1) }, "y")).rejects.toThrow("y also needs a");
  });
});

describe("a file whose batch is fixed", () => {
  const fixed = (n: number): Spec => ({ ...sum, inputs: { x: [n, 2], a: [n, 2] }, outputs: { y: [n, 2] } });

  test("at 1 is run sample by sample", async () => {
    const feeds = { x: floats([3, 2], 1, 2, 3, 4, 5, 6), a: floats([1, 2], 1, 2) };
    expect(await run(model(fixed(1)), feeds, "y")).toEqual({ shape: [3, 2], data: [11, 22, 13, 24, 15, 26] });
  });

  test("at 1 is run sample by sample from interior tensors too", async () => {
    const feeds = { x: floats([2, 2], 1, 2, 3, 4), b: floats([2, 2], 1, 1, 2, 2) };
    expect(await run(model(fixed(1)), feeds, "y")).toEqual({ shape: [2, 2], data: [2, 3, 5, 6] });
  });

  test("at another number is refused with the reason", async () => {
    const feeds = { x: floats([4, 2], ...Array(8).fill(1)), a: floats([4, 2], ...Array(8).fill(1)) };
    await expect(run(model(fixed(4)), feeds, "y")).rejects.toThrow("x: the batch is fixed at 4 in the file");
  });
});

describe("types and shapes between the model and us", () => {
  test("a latent [n, size] enters a model that takes [n, size, 1, 1]", async () => {
    const made = model({
      inputs: { z: ["n", 2, 1, 1] },
      outputs: { y: ["n", 2, 1, 1] },
      nodes: [{ op: "Neg", in: ["z"], out: ["y"] }],
    });
    expect(await run(made, { z: floats([2, 2], 1, 2, 3, 4) }, "y")).toEqual({
      shape: [2, 2, 1, 1],
      data: [-1, -2, -3, -4],
    });
  });

  test("int64 ids leave as int32", async () => {
    const made = model({
      inputs: { x: ["n", 3, 2] },
      outputs: { ids: ["n", 2] },
      types: { ids: type.INT64 },
      nodes: [{ op: "ArgMax", in: ["x"], out: ["ids"], ints: { axis: 1, keepdims: 0 } }],
    });
    const results = await runtime.run(made, { x: floats([1, 3, 2], 1, 9, 5, 2, 3, 4) }, ["ids"]);
    expect(results.ids).toEqual(tensor([1, 2], Int32Array.of(1, 0)));
  });

  test("float16 goes in and comes out as float32", async () => {
    const made = model({
      inputs: { x: ["n", 4] },
      outputs: { y: ["n", 4] },
      types: { x: type.FLOAT16, y: type.FLOAT16 },
      nodes: [{ op: "Neg", in: ["x"], out: ["y"] }],
    });
    const { data } = await run(made, { x: floats([1, 4], 1.5, -0.333251953125, 65504, 2 ** -24) }, "y");
    expect(data).toEqual([-1.5, 0.333251953125, -65504, -(2 ** -24)]);
  });
});

describe("what a runtime cannot do", () => {
  test("an operator that it lacks is named", async () => {
    const made = model({
      inputs: { x: ["n", 2] },
      outputs: { y: ["n", 2] },
      nodes: [{ op: "FancyAttention", domain: "own", in: ["x"], out: ["y"] }],
    });
    await expect(run(made, { x: floats([1, 2], 1, 2) }, "y")).rejects.toThrow(
      "this runtime has no operator FancyAttention",
    );
    const standard = model({
      inputs: { x: ["n", 2] },
      outputs: { y: ["n", 2] },
      nodes: [{ op: "Quux", in: ["x"], out: ["y"] }],
    });
    await expect(run(standard, { x: floats([1, 2], 1, 2) }, "y")).rejects.toThrow(
      "this runtime has no operator Quux",
    );
  });

  test("a failed run does not spoil the next one", async () => {
    const made = model({
      inputs: { x: ["n", "k"], y: ["n", "k"] },
      outputs: { sum: ["n", "k"] },
      nodes: [{ op: "Add", in: ["x", "y"], out: ["sum"] }],
    });
    const three = floats([1, 3], 1, 2, 3);
    await expect(run(made, { x: three, y: floats([1, 2], 1, 2) }, "sum")).rejects.toThrow(
      /^sum: the runtime failed/,
    );
    expect(await run(made, { x: three, y: three }, "sum")).toEqual({ shape: [1, 3], data: [2, 4, 6] });
  });

  test("too little memory has a cure, and the next run works", async () => {
    const made = model({
      inputs: { x: ["n", 1] },
      outputs: { y: ["n", "k"] },
      weights: { huge: { dims: [2], data: [60000, 60000], int64: true } },
      nodes: [{ op: "Expand", in: ["x", "huge"], out: ["y"] }],
    });
    await expect(run(made, { x: floats([1, 1], 1) }, "y")).rejects.toMatchObject({
      message: "not enough memory to compute y",
      cure: expect.stringContaining("fewer samples"),
    });
    const feeds = { x: floats([1, 2], 1, 2), a: floats([1, 2], 1, 1) };
    expect((await run(model(sum), feeds, "y")).data).toEqual([11, 12]);
  });

  test("a backend that is not here is replaced, with a note", async () => {
    const other = await createRuntime({ backend: "webgpu", threads: 1 });
    expect(other.backend).not.toBe("webgpu");
    expect(other.status.note).toMatch(
      /^webgpu does not work here \(not available\); (wasm|native) is used instead\.$/,
    );
    await other.close();
  });
});

describe("deferred tensors", () => {
  test("are computed when somebody needs them, once", async () => {
    const made = model(sum);
    const b = runtime.defer(made, { a: floats([2, 2], 1, 2, 3, 4) }, "b", [2, 2]);
    const y = runtime.defer(made, { x: floats([2, 2], 0, 0, 1, 1), b }, "y", [2, 2]);
    expect([...(await runtime.read(y)).data]).toEqual([10, 20, 31, 41]);
    expect(await runtime.read(y)).toBe(await runtime.read(y));
    expect([...(await runtime.read(b)).data]).toEqual([10, 20, 30, 40]);
  });

  test("say so where the model gives another shape than was promised", async () => {
    const y = runtime.defer(model(sum), { a: floats([1, 2], 1, 2) }, "b", [1, 3]);
    await expect(runtime.read(y)).rejects.toThrow("b: expected [1, 3], the model gives [1, 2]");
  });

  test("are checked at once, where the wrong shape comes in", () => {
    expect(() => runtime.defer(model(sum), { a: floats([1, 3], 1, 2, 3) }, "b", [1, 2])).toThrow(
      "a: expected [n, 2], got [1, 3]",
    );
  });
});
