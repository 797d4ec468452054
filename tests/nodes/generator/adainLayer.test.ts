import { describe, expect, test } from "vitest";
import type { Context } from "../../../engine/context.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";
import type { Features } from "../../../engine/values.ts";
import { adainLayer } from "../../../nodes/generator/adainLayer.ts";
import { constantInput } from "../../../nodes/generator/constantInput.ts";
import { toRGB } from "../../../nodes/generator/toRGB.ts";
import { distance, expectClose, type Known } from "../../expectClose.ts";
import { averaged } from "../averaged.ts";
import mixing from "../known/style-mixing.json" with { type: "json" };
import block from "../known/stylegan-synthesis-block.json" with { type: "json" };
import { mixingGenerator } from "../mixingGenerator.ts";
import { tinyGenerator } from "../tinyGenerator.ts";
import { features, libraryOf, numbersOf, runNode, style } from "../workbench.ts";

const zeros = (...shape: number[]): Known => ({
  shape,
  data: new Array<number>(shape.reduce((a, b) => a * b, 1)).fill(0),
});
const epilogue = (units: number) => ({
  bias: zeros(units),
  noiseWeight: zeros(units),
  styleWeight: zeros(2 * units, 16),
  styleBias: zeros(2 * units),
});
const blockModel = tinyGenerator({
  id: "block",
  layers: [
    { name: "4x4", constant: zeros(1, 6, 4, 4), ...epilogue(6) },
    { name: "8x8 a", upsample: true, ...block.conv0 },
    { name: "8x8 b", ...block.conv1 },
  ],
  toRGB: { weight: zeros(3, 5, 1, 1), bias: zeros(3) },
});
const models = libraryOf(blockModel, mixingGenerator);

/** Feeds the reference's noise maps in place of the seeded ones. */
const withNoise = (maps: readonly Known[]) => (context: Context) => ({
  ...context,
  runtime: {
    ...context.runtime,
    defer: ((model, feeds, output, shape) => {
      const index = Number(output.split("_")[1]);
      const map = maps[index - 1] as Known;
      const noise: HostTensor = tensor(map.shape, Float32Array.from(map.data));
      return context.runtime.defer(model, { ...feeds, [`noise_${index}`]: noise }, output, shape);
    }) as Context["runtime"]["defer"],
  },
});

describe("against the published synthesis block", () => {
  const styleOf = (layer: number): Known => ({
    shape: [2, 16],
    data: [0, 2].flatMap((start) => block.w.data.slice((start + layer) * 16, (start + layer + 1) * 16)),
  });
  const [w0, w1] = [styleOf(0), styleOf(1)];
  const x = features("block", "4x4", block.x);

  test("runs the upsampling layer and the one after it", async () => {
    const change = withNoise(block.noise);
    const first = await runNode(adainLayer, models, { features: x, w: style("block", w0) }, {}, change);
    expectClose(await numbersOf(first.features), block.layer0_1e8, 1e-4);
    const inputs = { features: first.features, w: style("block", w1) };
    const second = await runNode(adainLayer, models, inputs, {}, change);
    expectClose(await numbersOf(second.features), block.out1e8, 1e-4);
    expect(second.features).toMatchObject({ generator: "block", layer: "8x8 b" });
  });

  test("runs two layers that nobody looks between as one", async () => {
    const change = withNoise(block.noise);
    const first = await runNode(adainLayer, models, { features: x, w: style("block", w0) }, {}, change);
    const inputs = { features: first.features, w: style("block", w1) };
    const second = await runNode(adainLayer, models, inputs, {}, change);
    expectClose(await numbersOf(second.features), block.out1e8, 1e-4);
  });
});

describe("against the published style mixing", () => {
  const w = {
    A: style("mixing", { shape: [1, 8], data: mixing.wA.data }),
    B: style("mixing", { shape: [1, 8], data: mixing.wB.data }),
  };

  test.each(mixing.cases)("layer by layer: $name", async ({ sources, layerFirstRow, imageAveraged4x4 }) => {
    let { features: held } = await runNode(constantInput, models, {}, { generator: "mixing" });
    for (const [index, source] of sources.entries()) {
      ({ features: held } = await runNode(adainLayer, models, { features: held, w: w[source as "A" | "B"] }));
      const { data } = await numbersOf(held);
      expect(distance(data.subarray(0, 4), layerFirstRow[index]?.data ?? [])).toBeLessThan(1e-3);
    }
    const { image } = await runNode(toRGB, models, { features: held });
    expectClose(averaged(await numbersOf(image)), imageAveraged4x4, 1e-3);
  });
});

describe("what it refuses", () => {
  const w = style("mixing", zeros(1, 8));
  const run = (held: Features, w0 = w) => runNode(adainLayer, models, { features: held, w: w0 });

  test("features of the last layer", async () => {
    await expect(run(features("mixing", "64x64 b", zeros(1, 2, 64, 64)))).rejects.toMatchObject({
      message: "64x64 b is the last layer of mixing; no layer follows it",
      port: "features",
      cure: "Wire the features into toRGB, or take this layer away.",
    });
  });

  test("features of another generator", async () => {
    await expect(run(features("block", null, zeros(1, 6, 4, 4)))).rejects.toMatchObject({
      message: "features and w differ in generator: block and mixing",
      port: "w",
    });
  });

  test("a style of another size", async () => {
    const wide = style("mixing", zeros(1, 16));
    await expect(run(features("mixing", null, zeros(1, 8, 4, 4)), wide)).rejects.toMatchObject({
      message: "w is [1, 16], mixing takes [n, 8]",
      port: "w",
    });
  });

  test("features of another shape", async () => {
    await expect(run(features("mixing", "4x4 a", zeros(1, 8, 8, 8)))).rejects.toMatchObject({
      message: "features are [1, 8, 8, 8], 4x4 b takes [n, 8, 4, 4]",
    });
  });

  test("batches of different sizes", async () => {
    const two = features("mixing", null, zeros(2, 8, 4, 4));
    await expect(run(two, style("mixing", zeros(3, 8)))).rejects.toThrow(
      "features has 2 samples, the other inputs have 3",
    );
  });

  test("a layer that the generator lacks", async () => {
    await expect(run(features("mixing", "5x5", zeros(1, 8, 4, 4)))).rejects.toThrow(
      'mixing has no layer called "5x5"',
    );
  });

  test("values that name no generator", async () => {
    const held = features(null, null, zeros(1, 8, 4, 4));
    await expect(run(held, style(null, zeros(1, 8)))).rejects.toThrow("features carries no generator");
  });
});

test("takes one sample of features with any number of styles", async () => {
  const { features: start } = await runNode(constantInput, models, {}, { generator: "mixing" });
  const both = { shape: [2, 8], data: [...mixing.wA.data, ...mixing.wB.data] };
  const { features: made } = await runNode(adainLayer, models, { features: start, w: style("mixing", both) });
  const { features: alone } = await runNode(adainLayer, models, {
    features: start,
    w: style("mixing", { shape: [1, 8], data: mixing.wB.data }),
  });
  const [together, single] = [await numbersOf(made), await numbersOf(alone)];
  expect(together.shape).toEqual([2, 8, 4, 4]);
  expect(distance(together.data.subarray(128), single.data)).toBeLessThan(1e-6);
});
