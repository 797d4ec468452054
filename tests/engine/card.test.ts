import { describe, expect, test } from "vitest";
import { parseCard } from "../../engine/card.ts";
import { checkCard } from "../../engine/checkCard.ts";
import { onnx, type Spec } from "./onnx/build.ts";

const generator = {
  format: "ganglion/model",
  version: 1,
  id: "tiny",
  kind: "generator",
  title: "Tiny",
  about: "",
  license: "MIT",
  onnx: "tiny.onnx",
  sha256: "0".repeat(64),
  latent: { tensor: "z", size: 2 },
  mapping: { input: "z", output: "w" },
  style: { size: 2, mean: "w_avg" },
  layers: [
    {
      name: "4x4 a",
      resolution: 4,
      input: null,
      latent: null,
      style: "w",
      noise: "noise_0",
      output: "features_0",
      units: 3,
    },
  ],
  image: { input: "features_0", output: "image", range: [-1, 1], channels: "RGB" },
  ranges: { coarse: [4, 8], middle: [16, 32], fine: [64, 1024] },
};

const segmenter = {
  format: "ganglion/model",
  version: 1,
  id: "labels",
  kind: "segmenter",
  onnx: "labels.onnx",
  sha256: "0".repeat(64),
  image: { tensor: "image", size: [8, 8], layout: "NCHW", range: [-1, 1] },
  output: { tensor: "logits", layout: "NCHW", kind: "logits" },
  classes: ["sky", "tree"],
  ignore: [],
};

const file: Spec = {
  inputs: { z: ["n", 2], noise_0: ["n", 1, 4, 4] },
  outputs: { image: ["n", 3, 4, 4] },
  declared: { w: ["n", 2], features_0: ["n", 3, 4, 4] },
  weights: { w_avg: { dims: [2], data: [0, 0] } },
  nodes: [
    { op: "Relu", in: ["z"], out: ["w"] },
    { op: "Mystery", in: ["w", "noise_0"], out: ["features_0"] },
    { op: "Tanh", in: ["features_0"], out: ["image"] },
  ],
};

describe("a card", () => {
  test("is read as it stands", () => {
    expect(parseCard(generator)).toEqual(generator);
    expect(parseCard(segmenter)).toMatchObject(segmenter);
  });

  test("of a traditional generator needs only what it has", () => {
    const card = parseCard({
      format: "ganglion/model",
      version: 1,
      id: "dcgan",
      kind: "generator",
      onnx: "dcgan.onnx",
      sha256: "0".repeat(64),
      latent: { tensor: "z", size: 16 },
      layers: [{ name: "4x4", resolution: 4, input: null, latent: "z", output: "f0", units: 8 }],
      image: { input: "f0", output: "image" },
    });
    expect(card).toMatchObject({
      layers: [{ style: null, noise: null }],
      image: { range: [-1, 1], channels: "RGB" },
    });
    expect(card).not.toHaveProperty("mapping");
  });

  const withLayer = (change: object) => ({ ...generator, layers: [{ ...generator.layers[0], ...change }] });

  test.each([
    ["no object", 7, "card: expected a JSON object"],
    ["nothing", null, "card: expected a JSON object"],
    [
      "another kind",
      { ...generator, kind: "diffuser" },
      'kind: expected "generator", "segmenter" or "points", got "diffuser"',
    ],
    ["no kind", {}, 'kind: expected "generator", "segmenter" or "points", got nothing'],
    ["another format", { ...generator, format: "x" }, /^format: /],
    ["a later version", { ...generator, version: 2 }, /^version: /],
    ["no units", withLayer({ units: 0 }), "layers[0].units: expected at least 1"],
    ["units in words", withLayer({ units: "many" }), /^layers\[0\]\.units: .*integer/],
    ["an empty tensor name", withLayer({ output: "" }), "layers[0].output: expected a tensor name"],
    ["no layers", { ...generator, layers: [] }, "layers: expected at least one layer"],
    ["a wrong hash", { ...generator, sha256: "abc" }, "sha256: expected 64 hexadecimal digits"],
    ["no classes", { ...segmenter, classes: [] }, "classes: expected at least one class"],
    ["NaN", { ...generator, latent: { tensor: "z", size: Number.NaN } }, /^latent\.size: /],
  ])("that is wrong is refused with path and reason: %s", (_, json, reason) => {
    expect(() => parseCard(json)).toThrow(reason);
  });
});

describe("a card and its file", () => {
  const check = (card: object, spec: Spec) => checkCard(parseCard(card), onnx(spec));

  test("agree", () => {
    expect(() => check(generator, file)).not.toThrow();
  });

  test("may have a latent with trailing extents of 1", () => {
    expect(() => check(generator, { ...file, inputs: { ...file.inputs, z: ["n", 2, 1, 1] } })).not.toThrow();
  });

  const { layers, latent, style, image } = generator;
  const [layer] = layers;
  test.each([
    [{ latent: { ...latent, tensor: "zz" } }, 'latent.tensor: the file has no tensor "zz"'],
    [
      { latent: { ...latent, size: 512 } },
      "latent.tensor: z is [n, 2] in the file, the card says [any, 512]",
    ],
    [{ mapping: { input: "z", output: "v" } }, 'mapping.output: the file has no tensor "v"'],
    [{ style: { ...style, mean: "mean" } }, 'style.mean: the file has no tensor "mean"'],
    [
      { style: { size: 3, mean: "w_avg" } },
      "mapping.output: w is [n, 2] in the file, the card says [any, 3]",
    ],
    [{ layers: [{ ...layer, noise: "noise_1" }] }, 'layers[0].noise: the file has no tensor "noise_1"'],
    [
      { layers: [{ ...layer, units: 64 }] },
      "layers[0].output: features_0 is [n, 3, 4, 4] in the file, the card says [any, 64, 4, 4]",
    ],
    [
      { layers: [{ ...layer, resolution: 8 }] },
      "layers[0].noise: noise_0 is [n, 1, 4, 4] in the file, the card says [any, 1, 8, 8]",
    ],
    [{ image: { ...image, output: "picture" } }, 'image.output: the file has no tensor "picture"'],
    [
      { image: { ...image, output: "w" } },
      "image.output: w is [n, 2] in the file, the card says [any, 3, any, any]",
    ],
  ])("that disagree are refused: %j", (change, reason) => {
    expect(() => check({ ...generator, ...change }, file)).toThrow(reason);
  });

  test("with a fixed batch other than 1 are refused", () => {
    expect(() => check(generator, { ...file, inputs: { ...file.inputs, z: [1, 2] } })).not.toThrow();
    expect(() => check(generator, { ...file, inputs: { ...file.inputs, z: [4, 2] } })).toThrow(
      "z: the batch is fixed at 4 in the file",
    );
  });

  test("of a segmenter agree in classes", () => {
    const net: Spec = {
      inputs: { image: ["n", 3, 8, 8] },
      outputs: { logits: ["n", 2, 8, 8] },
      nodes: [{ op: "Mystery", in: ["image"], out: ["logits"] }],
    };
    expect(() => check(segmenter, net)).not.toThrow();
    expect(() => check({ ...segmenter, classes: ["sky"] }, net)).toThrow(
      "output.tensor: logits is [n, 2, 8, 8] in the file, the card says [any, 1, any, any]",
    );
  });
});
