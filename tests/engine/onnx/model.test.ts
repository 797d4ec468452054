import { describe, expect, test } from "vitest";
import { initializer, inputNames, parseModel, serializeModel, shapeOf } from "../../../engine/onnx/model.ts";
import { onnx, onnxBytes } from "./build.ts";

const spec = {
  inputs: { x: ["n", 3, 8, 8] },
  outputs: { y: ["n", 4, 4, 4] },
  weights: {
    kernel: { dims: [4, 3, 3, 3], data: Array.from({ length: 108 }, (_, i) => i / 100) },
    target: { dims: [2], data: [-1, 256], int64: true },
  },
  nodes: [
    { op: "Conv", in: ["x", "kernel"], out: ["c"], ints: { pads: [1, 1, 1, 1], strides: [2, 2] } },
    { op: "Relu", in: ["c"], out: ["y"] },
    { op: "ConvTranspose", in: ["y", "kernel"], out: ["up"], ints: { strides: [2, 2] } },
    { op: "Flatten", in: ["c"], out: ["flat"] },
    { op: "Mystery", in: ["c"], out: ["unknown"] },
  ],
};

describe("an ONNX file", () => {
  test("is the same after being read and written", () => {
    const bytes = onnxBytes(spec);
    expect(serializeModel(parseModel(bytes))).toEqual(bytes);
  });

  test("gives its weights as numbers, whichever field holds them", () => {
    const graph = onnx(spec);
    expect(initializer(graph, "kernel")?.data[107]).toBeCloseTo(1.07, 6);
    expect(initializer(graph, "target")?.data).toEqual(Int32Array.of(-1, 256));
    expect(initializer(graph, "x")).toBeNull();
  });

  test("tells shapes as declared, by weights, and propagated where a rule is known", () => {
    const graph = onnx(spec);
    expect(shapeOf(graph, "x")).toEqual(["n", 3, 8, 8]);
    expect(shapeOf(graph, "kernel")).toEqual([4, 3, 3, 3]);
    expect(shapeOf(graph, "c")).toEqual(["n", 4, 4, 4]);
    expect(shapeOf(graph, "up")).toEqual(["n", 3, 9, 9]);
    expect(shapeOf(graph, "flat")).toEqual(["n", 64]);
    expect(shapeOf(graph, "unknown")).toBeNull();
    expect(inputNames(graph)).toEqual(["x"]);
  });
});

describe("a file that is no ONNX file", () => {
  test.each([
    ["text", new TextEncoder().encode("<!doctype html><title>404</title>")],
    ["nothing", new Uint8Array()],
    ["zeros", new Uint8Array(64)],
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
  ])("is refused with its name: %s", (_, bytes) => {
    expect(() => parseModel(bytes, "scenes.onnx")).toThrow(/^scenes\.onnx: not an ONNX file/);
  });

  test("is refused wherever it is truncated", () => {
    const bytes = onnxBytes(spec);
    for (let end = 1; end < bytes.length; end += 7)
      expect(() => parseModel(bytes.subarray(0, end), "scenes.onnx"), `${end} bytes`).toThrow(
        /^scenes\.onnx: /,
      );
  });
});
