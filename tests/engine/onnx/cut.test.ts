import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut } from "../../../engine/onnx/cut.ts";
import {
  initializer,
  type ModelGraph,
  parseModel,
  serializeModel,
  shapeOf,
} from "../../../engine/onnx/model.ts";
import { AttributeProto_AttributeType, NodeProtoSchema } from "../../../engine/onnx/onnx_pb.ts";
import { onnx, type Spec } from "./build.ts";

/** z -> w -> two layers with weights and a noise input -> image. */
const generator: Spec = {
  inputs: { z: ["n", 4], noise: ["n", 4] },
  outputs: { image: ["n", 4] },
  declared: { w: ["n", 4], f0: ["n", 4] },
  weights: { const: { dims: [1, 4], data: [1, 2, 3, 4] }, mean: { dims: [4], data: [0, 0, 0, 0] } },
  nodes: [
    { op: "Relu", in: ["z"], out: ["w"] },
    { op: "Identity", in: ["w"], out: ["style0"] },
    { op: "Mul", in: ["const", "style0"], out: ["s0"] },
    { op: "Add", in: ["s0", "noise"], out: ["f0"] },
    { op: "Identity", in: ["w"], out: ["style1"] },
    { op: "Mul", in: ["f0", "style1"], out: ["f1"] },
    { op: "Neg", in: ["f1"], out: ["image"] },
  ],
};

const operators = (model: ModelGraph) => model.graph.node.map((node) => node.opType);
const inputs = (model: ModelGraph) => model.graph.input.map((each) => each.name);

describe("a cut", () => {
  test("keeps the nodes and weights between its tensors and no others", () => {
    const part = cut(onnx(generator), ["f0", "style1"], ["image"]);
    expect(operators(part)).toEqual(["Mul", "Neg"]);
    expect(part.graph.initializer).toEqual([]);
    expect(part.opsetImport[0]?.version).toBe(17n);
    expect(shapeOf(part, "f0")).toEqual(["n", 4]);
    expect(shapeOf(part, "style1")).toEqual(["n", 4]);
  });

  test("takes an initializer as an input with a free batch, and leaves its weights out", () => {
    const part = cut(onnx(generator), ["const", "style0", "noise"], ["f0"]);
    expect(operators(part)).toEqual(["Mul", "Add"]);
    expect(initializer(part, "const")).toBeNull();
    expect(shapeOf(part, "const")).toEqual(["", 4]);
  });

  test("keeps the default of an initializer that is not fed", () => {
    const part = cut(onnx(generator), ["style0", "noise"], ["f0"]);
    expect(part.graph.initializer.map((each) => each.name)).toEqual(["const"]);
  });

  test("leaves out inputs that no output depends on", () => {
    expect(inputs(cut(onnx(generator), ["z", "noise"], ["w"]))).toEqual(["z"]);
  });

  test("gives several outputs, interior ones among them", () => {
    const part = cut(onnx(generator), ["z", "noise"], ["f0", "image", "f0"]);
    expect(part.graph.output.map((each) => each.name)).toEqual(["f0", "image"]);
  });

  test("names a tensor that the model lacks", () => {
    expect(() => cut(onnx(generator), ["style_9"], ["image"])).toThrow('the model has no tensor "style_9"');
    expect(() => cut(onnx(generator), ["z"], ["features_3"])).toThrow('the model has no tensor "features_3"');
  });

  test("names what outputs need besides the given inputs", () => {
    expect(() => cut(onnx(generator), ["style0"], ["f0"])).toThrow("f0 also needs noise");
    expect(() => cut(onnx(generator), ["f0"], ["image", "w"])).toThrow("image, w also need z");
  });

  test("keeps what the branches of an If read from outside", () => {
    const model = onnx({
      inputs: { x: ["n", 2], flag: [] },
      outputs: { y: ["n", 2] },
      nodes: [
        { op: "Neg", in: ["x"], out: ["minus"] },
        { op: "Relu", in: ["x"], out: ["unread"] },
        { op: "If", in: ["flag"], out: ["y"] },
      ],
    });
    const branch = (name: string, read: string) => ({
      name,
      type: AttributeProto_AttributeType.GRAPH,
      g: { name, node: [{ opType: "Abs", input: [read], output: ["result"] }], output: [{ name: "result" }] },
    });
    const attribute = [branch("then_branch", "minus"), branch("else_branch", "x")];
    model.graph.node[2] = create(NodeProtoSchema, {
      opType: "If",
      input: ["flag"],
      output: ["y"],
      attribute,
    });
    const part = cut(parseModel(serializeModel(model)), ["x", "flag"], ["y"]);
    expect(operators(part)).toEqual(["Neg", "If"]);
    expect(() => cut(parseModel(serializeModel(model)), ["minus", "flag"], ["y"])).toThrow("y also needs x");
  });

  test("renames the output of a kept node that is fed as well", () => {
    const split: Spec = {
      inputs: { x: ["n", 4] },
      outputs: { y: ["n", 2] },
      nodes: [
        { op: "Split", in: ["x"], out: ["a", "b"], ints: { axis: 1 } },
        { op: "Add", in: ["a", "b"], out: ["y"] },
      ],
    };
    const part = cut(onnx(split), ["x", "a"], ["y"]);
    expect(part.graph.node[0]?.output).toEqual(["a/unused", "b"]);
  });
});

/** A random model of one-number tensors: each node adds, multiplies or negates earlier ones. */
const models = fc
  .array(fc.record({ op: fc.constantFrom("Add", "Mul", "Neg"), a: fc.nat(), b: fc.nat() }), {
    minLength: 2,
    maxLength: 24,
  })
  .map((steps): Spec => {
    const names = ["x", "y", "bias"];
    const nodes = steps.map(({ op, a, b }, index) => {
      const read = op === "Neg" ? [a] : [a, b];
      const node = { op, in: read.map((at) => names[at % names.length] as string), out: [`t${index}`] };
      names.push(`t${index}`);
      return node;
    });
    const last = names.at(-1) as string;
    return {
      inputs: { x: [1], y: [1] },
      outputs: { [last]: [1] },
      weights: { bias: { dims: [1], data: [0.5] } },
      nodes,
    };
  });

/** What a model of one-number tensors computes. Throws where a node reads what is not there. */
function evaluate(model: ModelGraph, feeds: Record<string, number>): Record<string, number> {
  const known: Record<string, number> = { ...feeds };
  for (const { name } of model.graph.initializer) known[name] = initializer(model, name)?.data[0] as number;
  for (const { opType, input, output } of model.graph.node) {
    const [a, b] = input.map((name) => {
      if (!(name in known)) throw new Error(`${name} is not there`);
      return known[name] as number;
    }) as [number, number];
    known[output[0] as string] = opType === "Neg" ? -a : Math.fround(opType === "Add" ? a + b : a * b);
  }
  return Object.fromEntries(model.graph.output.map(({ name }) => [name, known[name] as number]));
}

describe("cuts of random models", () => {
  const feeds = { x: 1.25, y: -0.75 };

  test("in two pieces, at any tensors, give what the whole gives", () => {
    fc.assert(
      fc.property(models, fc.array(fc.nat(), { maxLength: 4 }), (spec, picks) => {
        const model = onnx(spec);
        const [last] = Object.keys(spec.outputs) as [string];
        const made = spec.nodes.flatMap((node) => node.out);
        const at = [...new Set(picks.map((pick) => made[pick % made.length] as string))];
        const first = at.length > 0 ? evaluate(cut(model, ["x", "y"], at), feeds) : {};
        const rest = cut(model, ["x", "y", ...at], [last]);
        expect(evaluate(rest, { ...feeds, ...first })).toEqual(evaluate(model, feeds));
      }),
    );
  });

  test("hold no node whose removal would go unnoticed, and leave the model as it was", () => {
    fc.assert(
      fc.property(models, fc.nat(), (spec, pick) => {
        const model = onnx(spec);
        const before = serializeModel(model);
        const output = spec.nodes[pick % spec.nodes.length]?.out[0] as string;
        const { node } = cut(model, ["x", "y"], [output]).graph;
        const read = new Set(node.flatMap((each) => each.input));
        expect(node.every((each) => each.output.some((name) => read.has(name) || name === output))).toBe(
          true,
        );
        expect(serializeModel(model)).toEqual(before);
      }),
    );
  });
});
