import { describe, expect, test } from "vitest";
import type { Thresholds } from "../../../engine/values.ts";
import { activationThreshold } from "../../../nodes/dissection/activationThreshold.ts";
import { distance, expectClose } from "../../expectClose.ts";
import known from "../known/dissection-iou.json" with { type: "json" };
import { features, libraryOf, numbersOf, reduceNode, segmentation } from "../workbench.ts";

const models = libraryOf();
const maps = features("tiny", "8x8", known.features);
const ids = segmentation(known.segmentation);
const levels = async (inputs: object, params: object, options = {}) =>
  (await reduceNode(activationThreshold, models, { features: maps, ...inputs }, { ...params }, options))
    .thresholds as Thresholds;

test("is the quantile over all values of the layer, between order statistics, as NumPy's", async () => {
  expectClose(await numbersOf(await levels({}, {}, { chunk: 2 })), known.thresholds, 1e-5);
  expectClose(await numbersOf(await levels({}, { quantile: 0.995 })), known.other.thresholds995, 1e-5);
});

test("is the least value at quantile 0, the greatest at 1", async () => {
  const unit = (index: number) =>
    known.features.data.filter((_, i) => Math.floor(i / 64) % 6 === index).sort((a, b) => a - b);
  const all = [0, 1, 2, 3, 4, 5].map(unit);
  const ends = async (quantile: number) => (await numbersOf(await levels({}, { quantile }))).data;
  expect(
    distance(
      await ends(0),
      all.map((values) => values[0] ?? 0),
    ),
  ).toBeLessThan(1e-6);
  expect(
    distance(
      await ends(1),
      all.map((values) => values.at(-1) ?? 0),
    ),
  ).toBeLessThan(1e-6);
});

test("carries generator, layer and quantile", async () => {
  expect(await levels({}, {})).toMatchObject({
    generator: "tiny",
    layer: "8x8",
    quantile: 0.99,
    rankError: 0,
  });
});

test("merges in any order", async () => {
  const merged = (states: unknown[]) => states.toReversed();
  expectClose(await numbersOf(await levels({}, {}, { chunk: 1, merged })), known.thresholds, 1e-5);
});

test("is a constant map's constant, and NaN where there is NaN", async () => {
  const odd = features(null, null, { shape: [1, 2, 1, 2], data: [3, 3, 1, Number.NaN] });
  const { data } = await numbersOf(await levels({ features: odd }, {}));
  expect([...data]).toEqual([3, Number.NaN]);
});

describe("at the size of the segmentation", () => {
  test("the quantile is over the upsampled maps", async () => {
    // The candidate that leaves a hundredth above it, but for midpoints where NumPy runs straight.
    const at = known.iqrThresholds.fractions.data.findIndex((fraction) => fraction > 0.01);
    const { data } = await numbersOf(await levels({ segmentation: ids }, { method: "upsampledQuantile" }));
    for (const [unit, level] of data.entries()) {
      const near = (step: number) => known.iqrThresholds.levels.data[unit * 100 + at + step] ?? 0;
      expect(level).toBeGreaterThanOrEqual(near(1));
      expect(level).toBeLessThanOrEqual(near(-2));
    }
  });

  test("the best ratio finds levels as telling as the published code's", async () => {
    const { ratio, level } = known.iqrThresholds.exact;
    for (const concept of [1, 2, 3]) {
      const given = await numbersOf(
        await levels({ segmentation: ids }, { method: "bestRatio", concept: String(concept) }),
      );
      for (const [unit, found] of given.data.entries()) {
        const at = (concept - 1) * 6 + unit;
        if ((ratio.data[at] ?? 0) === 0) expect(found).toBe(0);
        else if ((ratio.data[at] ?? 0) > 0.05) expect(found).toBeCloseTo(level.data[at] ?? 0, 1);
      }
    }
  });

  test("needs a segmentation", async () => {
    await expect(levels({}, { method: "bestRatio" })).rejects.toMatchObject({
      port: "segmentation",
      message: "bestRatio works at the size of a segmentation, and none is wired",
    });
  });
});
