import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scores } from "../../../engine/values.ts";
import { unitIoU } from "../../../nodes/dissection/unitIoU.ts";
import { distance } from "../../expectClose.ts";
import known from "../known/dissection-iou.json" with { type: "json" };
import { features, libraryOf, reduceNode, segmentation, thresholds } from "../workbench.ts";

const models = libraryOf();
const inputs = {
  features: features("tiny", "8x8", known.features),
  segmentation: segmentation(known.segmentation),
  thresholds: thresholds(known.thresholds.data),
};
const scores = async (given: object = {}, params = {}, options = {}) =>
  (await reduceNode(unitIoU, models, { ...inputs, ...given }, params, options)).scores as Scores;

test("is the ratio of sums over all samples, as the published code", async () => {
  const { iou, concepts } = await scores({}, {}, { chunk: 2 });
  expect(concepts).toEqual(["1", "2", "3"]);
  const wanted = known.iou.data;
  const got = [0, 1, 2].flatMap((concept) => iou.map((row) => row[concept] ?? -1));
  expect(distance(got, wanted)).toBeLessThan(1e-6);
});

test("holds at other thresholds too", async () => {
  const { iou } = await scores({ thresholds: thresholds(known.other.thresholds995.data) });
  const got = [0, 1, 2].flatMap((concept) => iou.map((row) => row[concept] ?? -1));
  expect(distance(got, known.other.iou995.data)).toBeLessThan(1e-6);
});

test("gives the same however samples are cut into chunks, and merged in any order", async () => {
  const whole = await scores();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat()), async (chunk, order) => {
      const merged = (states: unknown[]) =>
        states
          .map((state) => [order.next().value ?? 0, state] as const)
          .sort(([a], [b]) => a - b)
          .map(([, state]) => state);
      expect(await scores({}, {}, { chunk, merged })).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test("names the concepts of a segmenter, and leaves out what its card ignores", async () => {
  const named = { ...segmentation(known.segmentation, ["none", "a", "b", "c"]), ignore: [0, 2] };
  const made = await scores({ segmentation: named });
  expect(made.concepts).toEqual(["a", "c"]);
  expect(made.iou.map((row) => row[1])).toEqual((await scores()).iou.map((row) => row[2]));
});

test("carries generator, layer and thresholds", async () => {
  const from = { ...inputs.thresholds, generator: "tiny", layer: "8x8", quantile: 0.99 };
  const made = await scores({ thresholds: from });
  expect(made).toMatchObject({ generator: "tiny", layer: "8x8", quantile: 0.99 });
  expect(distance(made.thresholds, known.thresholds.data)).toBeLessThan(1e-6);
});

describe("by hand", () => {
  const shape = [2, 1, 2, 2];
  const ids = segmentation({ shape: [2, 2, 2], data: [1, 0, 0, 0, 0, 0, 0, 0] });
  const level = thresholds([0.5]);
  const one = (data: readonly number[], params = {}) =>
    reduceNode(
      unitIoU,
      models,
      { features: features(null, null, { shape, data }), segmentation: ids, thresholds: level },
      params,
    );

  test("a value equal to the threshold is not above it", async () => {
    const { scores: made } = await one([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    expect((made as Scores).iou).toEqual([[0]]);
  });

  test("a sample without any concept counts, or is left out", async () => {
    const data = [1, 0, 0, 0, 1, 0, 0, 0];
    expect((await one(data)).scores).toMatchObject({ iou: [[0.5]] });
    expect((await one(data, { empty: "skip" })).scores).toMatchObject({ iou: [[1]] });
  });

  test("NaN is never above a threshold, and constant maps give 0", async () => {
    expect((await one(new Array(8).fill(Number.NaN))).scores).toMatchObject({ iou: [[0]] });
  });
});

describe("refuses with a reason", () => {
  test("thresholds of another layer", async () => {
    const other = { ...inputs.thresholds, generator: "tiny", layer: "4x4" };
    await expect(scores({ thresholds: other })).rejects.toMatchObject({ port: "thresholds" });
  });

  test("another number of thresholds than units", async () => {
    await expect(scores({ thresholds: thresholds([1, 2]) })).rejects.toThrow(
      "features have 6 units, the thresholds 2",
    );
  });

  test("no samples", async () => {
    const none = features(null, null, { shape: [0, 6, 8, 8], data: [] });
    const given = { features: none, segmentation: segmentation({ shape: [0, 32, 32], data: [] }) };
    await expect(scores(given)).rejects.toThrow("there are no samples");
  });
});
