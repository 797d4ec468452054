import { describe, expect, test } from "vitest";
import { deviationsAbove } from "../../../engine/gan/unitsAt.ts";
import { makePreview } from "../../../engine/makePreview.ts";
import type { Values, View } from "../../../engine/node.ts";
import { normals } from "../../../engine/random.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Features, Image, Scores, Thresholds } from "../../../engine/values.ts";
import { unitsAt } from "../../../nodes/dissection/unitsAt.ts";
import { features, libraryOf, runNode, thresholds, wasm } from "../workbench.ts";

const models = libraryOf();
/** Black pictures of 4 by 4, white in sample 1. */
const image = (n: number): Image => ({
  type: "image",
  tensor: tensor(
    [n, 3, 4, 4],
    Float32Array.from({ length: n * 48 }, (_, i) => (Math.floor(i / 48) === 1 ? 1 : -1)),
  ),
});
/** Two samples of three units on 2 by 2 cells. Unit 1 is unit 0 on ten times the scale; unit 2 never changes. */
const maps = [
  [
    [0, 2, 0, 0],
    [0, 0, 30, 0],
    [5, 5, 5, 5],
  ],
  [
    [0, 0, 0, 2],
    [0, 0, 0, 10],
    [5, 5, 5, 5],
  ],
];
const layer = (data = maps): Features =>
  features("g", "8x8", { shape: [data.length, data[0]?.length ?? 0, 2, 2], data: data.flat(2) });
const scores: Scores = {
  type: "scores",
  generator: "g",
  layer: "8x8",
  quantile: 0.99,
  thresholds: [1, 1, 1],
  concepts: ["sky", "tree"],
  iou: [
    [0.1, 0.3],
    [0.5, 0.1],
    [0, 0],
  ],
};
const both = { image: image(2), features: layer() };
const lowerRight = { place: [0.9, 0.6], sample: 1 };
const rowsOf = async (inputs: Values, params: object) =>
  (await runNode(unitsAt, models, inputs, { ...params })).table;

describe("the strongest units of a cell", () => {
  test("are by deviation where no thresholds are wired; a unit of one value tells nothing", async () => {
    // Unit 0: mean 4/8, variance 8/8 - 1/4. Unit 1: mean 40/8, variance 1000/8 - 25.
    const deviations = [1.5 / Math.sqrt(0.75), 5 / Math.sqrt(100)];
    const table = await rowsOf(both, lowerRight);
    expect(table).toEqual({
      type: "table",
      columns: ["unit", "strength", "activation"],
      rows: [
        [0, expect.closeTo(deviations[0] ?? 0, 12), 2],
        [1, expect.closeTo(deviations[1] ?? 0, 12), 10],
      ],
    });
  });

  test("are by multiples of the threshold where they are wired, with what the units stand for", async () => {
    const inputs = { ...both, thresholds: thresholds([4, 5, 50]), scores };
    const { table, units } = await runNode(unitsAt, models, inputs, lowerRight);
    expect(table).toEqual({
      type: "table",
      columns: ["unit", "strength", "activation", "threshold", "concept", "iou"],
      rows: [
        [1, 2, 10, 5, "sky", 0.5],
        [0, 0.5, 2, 4, "tree", 0.3],
        [2, 0.1, 5, 50, "sky", 0],
      ],
    });
    expect(units).toEqual({ type: "units", generator: "g", layer: "8x8", units: [1, 0, 2] });
  });

  test("are as they are where that is asked for; at most so many, equal ones by number", async () => {
    expect(await rowsOf(both, { ...lowerRight, by: "activation" })).toMatchObject({
      rows: [
        [1, 10, 10],
        [2, 5, 5],
        [0, 2, 2],
      ],
    });
    const { units } = await runNode(unitsAt, models, both, { place: [0, 0], count: 2, by: "activation" });
    expect(units).toMatchObject({ units: [2, 0] });
  });

  test("are of the sample and cell pointed at", async () => {
    const at = async (place: number[], sample: number) =>
      (await runNode(unitsAt, models, both, { place, sample, by: "activation", count: 1 })).units;
    expect(await at([0.2, 0.9], 0)).toMatchObject({ units: [1] });
    expect(await at([0.9, 0.2], 0)).toMatchObject({ units: [2] });
    expect(await at([1, 1], 1)).toMatchObject({ units: [1] });
  });

  test("go with one picture for all features, and the other way round", async () => {
    expect(await rowsOf({ ...both, image: image(1) }, lowerRight)).toEqual(await rowsOf(both, lowerRight));
    const one = { image: image(2), features: layer([maps[1] ?? []]) };
    expect(await rowsOf(one, { ...lowerRight, by: "activation" })).toMatchObject({
      rows: [[1], [2], [0]].map(([unit]) => [unit, expect.anything(), expect.anything()]),
    });
  });
});

describe("what is no number", () => {
  const holed = layer([
    [
      [Number.NaN, 2, 0, 0],
      [0, 0, 30, Number.POSITIVE_INFINITY],
      [5, 5, 5, 5],
    ],
    maps[1] ?? [],
  ]);

  test("counts for nothing elsewhere, and leaves a unit out where it is pointed at", async () => {
    const inputs = { image: image(2), features: holed };
    // Unit 0 over seven values: mean 4/7, variance 8/7 - 16/49.
    const strength = (2 - 4 / 7) / Math.sqrt(8 / 7 - 16 / 49);
    expect(await rowsOf(inputs, { ...lowerRight, count: 1 })).toMatchObject({
      rows: [[0, expect.closeTo(strength, 12), 2]],
    });
    expect(await rowsOf(inputs, { place: [0, 0], by: "activation" })).toMatchObject({
      rows: [
        [2, 5, 5],
        [1, 0, 0],
      ],
    });
    expect(await rowsOf(inputs, { place: [1, 1], by: "activation" })).toMatchObject({
      rows: [
        [2, 5, 5],
        [0, 0, 0],
      ],
    });
  });

  test("of a threshold leaves the unit out, or its cell empty", async () => {
    const inputs = { ...both, thresholds: thresholds([4, Number.NaN, -1]) };
    expect(await rowsOf(inputs, lowerRight)).toMatchObject({ rows: [[0, 0.5, 2, 4]] });
    expect(await rowsOf(inputs, { ...lowerRight, by: "activation", count: 1 })).toMatchObject({
      rows: [[1, 10, 10, null]],
    });
  });

  test.each([
    ["auto", "no unit has a finite activation there and more than one value in all"],
    ["activation", "no unit has a finite activation there"],
  ])("everywhere is a reason to say so: by %s", async (by, message) => {
    const nothing = layer([maps[0]?.map(() => [Number.NaN, Number.NaN, Number.NaN, Number.NaN]) ?? []]);
    await expect(rowsOf({ image: image(1), features: nothing }, { by })).rejects.toMatchObject({
      message,
      port: "features",
      cure: expect.anything(),
    });
  });
});

test("deviations do not change with the scale and offset of a unit", () => {
  const [n, units, cells] = [3, 5, 16];
  const data = normals(3, "latent", 0, n * units * cells);
  const moved = Float32Array.from(data, (value, i) => {
    const unit = Math.floor(i / cells) % units;
    return value * 2 ** unit + 8 * unit;
  });
  const at = (values: Float32Array) => {
    const levels = Array.from({ length: units }, (_, unit) => values[unit * cells + 7] as number);
    return deviationsAbove(levels, tensor([n, units, 4, 4], values));
  };
  for (const [unit, deviation] of at(Float32Array.from(data)).entries())
    expect(at(moved)[unit]).toBeCloseTo(deviation, 5);
});

describe("what does not go together", () => {
  const of = (change: Partial<Thresholds>): Thresholds => ({ ...thresholds([1, 1, 1]), ...change });
  test.each<[string, Values, object, object]>([
    [
      "other samples",
      { image: image(4), features: layer() },
      {},
      { message: "image and features differ in samples: 4 and 2", port: "features" },
    ],
    [
      "a sample beyond the batch",
      both,
      { sample: 2 },
      {
        message: "there is no sample 2: the batch has 2",
        port: "sample",
        cure: "Choose a sample from 0 to 1.",
      },
    ],
    [
      "thresholds of another layer",
      { ...both, thresholds: of({ generator: "g", layer: "4x4" }) },
      {},
      { message: "the thresholds are of 4x4 of g, the features of 8x8 of g", port: "thresholds" },
    ],
    [
      "scores of another generator",
      { ...both, scores: { ...scores, generator: "other" } },
      {},
      { message: "the scores are of 8x8 of other, the features of 8x8 of g", port: "scores" },
    ],
    [
      "thresholds of other units",
      { ...both, thresholds: thresholds([1, 2]) },
      {},
      { message: "the thresholds are of 2 units, the features have 3", port: "thresholds" },
    ],
    [
      "scores of other units",
      { ...both, scores: { ...scores, iou: [[1, 0]] } },
      {},
      { message: "the scores are of 1 units, the features have 3", port: "scores" },
    ],
    [
      "strength by thresholds that are not there",
      both,
      { by: "threshold" },
      {
        message: "strength by threshold needs thresholds, and none are wired",
        port: "thresholds",
        cure: "Wire in the thresholds of the layer, or choose deviation.",
      },
    ],
    [
      "thresholds that nothing can be a multiple of",
      { ...both, thresholds: thresholds([0, -1, Number.NaN]) },
      {},
      { message: "no unit has a finite activation there and a threshold above 0", port: "features" },
    ],
  ])("is said, with a way out: %s", async (_, inputs, params, fault) => {
    await expect(rowsOf(inputs, params)).rejects.toMatchObject({ cure: expect.anything(), ...fault });
  });
});

test("shows the sample pointed at, with the grid of the layer and the table", async () => {
  const runtime = await wasm();
  const defaults = Object.entries(unitsAt.params).map(([name, spec]) => [name, spec.default]);
  const params = { ...Object.fromEntries(defaults), ...lowerRight };
  const view = (await unitsAt.show?.(both, params, { runtime } as never)) as View;
  const preview = await makePreview({ outputs: {}, view }, runtime);
  expect(preview).toMatchObject({
    kind: "place",
    grid: { rows: 2, columns: 2 },
    measure: "deviation",
    table: { rows: [[0], [1]].map(([unit]) => [unit, expect.anything(), expect.anything()]) },
    picture: { kind: "pixels", width: 4, height: 4, total: 2 },
  });
  if (preview?.kind !== "place") return;
  expect(preview.picture.samples).toHaveLength(1);
  expect(preview.picture.samples[0]?.[0]).toBe(255);
});
