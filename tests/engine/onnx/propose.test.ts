import { describe, expect, test } from "vitest";
import { parseCard } from "../../../engine/card.ts";
import { checkCard } from "../../../engine/checkCard.ts";
import { proposeCard } from "../../../engine/onnx/propose.ts";
import { onnx, type Spec } from "./build.ts";
import { generatorCards, loadGenerator } from "./trial.ts";

const file = { name: "some/net.onnx", sha256: "0".repeat(64) };
const kernel = (out: number, into: number, size: number) => ({
  dims: [into, out, size, size],
  data: Array(out * into * size * size).fill(0),
});

/** A DCGAN: a latent [n, 8, 1, 1], transposed convolutions, tanh. */
const traditional: Spec = {
  inputs: { z: ["n", 8, 1, 1] },
  outputs: { image: ["n", 3, 16, 16] },
  weights: { k0: kernel(6, 8, 4), k1: kernel(5, 6, 4), k2: kernel(3, 5, 4) },
  nodes: [
    { op: "ConvTranspose", in: ["z", "k0"], out: ["c0"] },
    { op: "Relu", in: ["c0"], out: ["r0"] },
    { op: "ConvTranspose", in: ["r0", "k1"], out: ["c1"], ints: { strides: [2, 2], pads: [1, 1, 1, 1] } },
    { op: "Relu", in: ["c1"], out: ["r1"] },
    { op: "ConvTranspose", in: ["r1", "k2"], out: ["c2"], ints: { strides: [2, 2], pads: [1, 1, 1, 1] } },
    { op: "Tanh", in: ["c2"], out: ["image"] },
  ],
};

describe("a card for a bare file", () => {
  test("names the layers of a traditional generator", () => {
    const graph = onnx(traditional);
    const card = proposeCard(graph, file);
    expect(card).toMatchObject({
      id: "net",
      kind: "generator",
      latent: { tensor: "z", size: 8 },
      layers: [
        { name: "4x4 a", input: null, latent: "z", style: null, output: "r0", units: 6, resolution: 4 },
        { name: "8x8 a", input: "r0", latent: null, style: null, output: "r1", units: 5, resolution: 8 },
      ],
      image: { input: "r1", output: "image" },
    });
    expect(card).not.toHaveProperty("mapping");
    checkCard(parseCard(card), graph);
  });

  test("names w as the style where layers read it directly", () => {
    const scaled = (at: number, before: string) => [
      { op: "Conv", in: [before, `k${at}`], out: [`c${at}`], ints: { pads: [1, 1, 1, 1] } },
      { op: "Gemm", in: ["w", `scale${at}`], out: [`s${at}`] },
      { op: "Reshape", in: [`s${at}`, "as maps"], out: [`m${at}`] },
      { op: "Mul", in: [`c${at}`, `m${at}`], out: [`f${at}`] },
    ];
    const vector = { dims: [2, 4], data: Array(8).fill(0) };
    const graph = onnx({
      inputs: { z: ["n", 2] },
      outputs: { image: ["n", 3, 4, 4] },
      weights: {
        const: { dims: [1, 4, 4, 4], data: Array(64).fill(0) },
        map: { dims: [2, 2], data: [1, 0, 0, 1] },
        "as maps": { dims: [4], data: [-1, 4, 1, 1], int64: true },
        ...{ k0: kernel(4, 4, 3), k1: kernel(4, 4, 3), rgb: kernel(4, 3, 1), scale0: vector, scale1: vector },
      },
      nodes: [
        { op: "Gemm", in: ["z", "map"], out: ["w"] },
        ...scaled(0, "const"),
        ...scaled(1, "f0"),
        { op: "Conv", in: ["f1", "rgb"], out: ["image"] },
      ],
    });
    const card = proposeCard(graph, file);
    expect(card).toMatchObject({
      mapping: { input: "z", output: "w" },
      style: { size: 2 },
      layers: [
        { name: "4x4 a", input: null, latent: null, style: "w", output: "f0" },
        { name: "4x4 b", input: "f0", latent: null, style: "w", output: "f1" },
      ],
    });
    checkCard(parseCard(card), graph);
  });

  test("names the image and the classes of a segmenter", () => {
    const graph = onnx({
      inputs: { image: ["n", 3, 32, 32] },
      outputs: { logits: ["n", 5, 32, 32] },
      weights: { k: { dims: [5, 3, 1, 1], data: Array(15).fill(0) } },
      nodes: [{ op: "Conv", in: ["image", "k"], out: ["logits"] }],
    });
    const card = proposeCard(graph, file);
    expect(card).toMatchObject({
      kind: "segmenter",
      image: { tensor: "image", size: [32, 32], layout: "NCHW" },
      output: { tensor: "logits", kind: "logits" },
      classes: ["class 0", "class 1", "class 2", "class 3", "class 4"],
    });
    checkCard(parseCard(card), graph);
  });

  test("is refused for a file that is neither, with what goes in and out", () => {
    const graph = onnx({
      inputs: { text: ["n", 77] },
      outputs: { score: ["n", 1] },
      nodes: [{ op: "Relu", in: ["text"], out: ["score"] }],
    });
    expect(() => proposeCard(graph, file)).toThrow(
      "some/net.onnx: neither a generator nor a segmenter: it takes text [n, 77] and gives score [n, 1]",
    );
  });
});

describe.skipIf(generatorCards.length === 0).each(generatorCards)("%s stripped of its card", (path) => {
  test("gets back every tensor that the card names", async () => {
    const { card, graph } = await loadGenerator(path);
    const proposed = proposeCard(graph, { name: card.onnx, sha256: card.sha256 });
    if (proposed.kind !== "generator") throw new Error("expected a generator");
    const tensors = (layers: typeof card.layers) => layers.map(({ name: _, ...rest }) => rest);
    expect(tensors(proposed.layers)).toEqual(tensors(card.layers));
    expect(proposed.latent).toEqual(card.latent);
    expect(proposed.mapping).toEqual(card.mapping);
    expect(proposed.style).toEqual(card.style);
    expect(proposed.image).toEqual(card.image);
  });
});
