import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resizeBilinear } from "../../../engine/gan/bilinear.ts";
import type { Scores } from "../../../engine/values.ts";
import { gaussian } from "../arrays.ts";
import { features, segmentation } from "../workbench.ts";
import { ask, askNumbers, filled, graphOf, refusal, withParams } from "./throughGraph.ts";

const [n, unitCount, h, w, rows, columns] = [3, 2, 7, 5, 23, 16];
const each = h * w;
const graph = graphOf(
  { source: ["generate"], classes: ["segment"], levels: ["activationThreshold"], iou: ["unitIoU"] },
  [
    "source.features -> levels.features",
    "classes.segmentation -> levels.segmentation",
    "source.features -> iou.features",
    "classes.segmentation -> iou.segmentation",
    "levels.thresholds -> iou.thresholds",
  ],
);
/** Class 1 on all pixels: the IoU is the share of pixels above the threshold. */
const feedsOf = (seed: number) => ({
  "source.features": features(null, null, gaussian(seed, n, unitCount, h, w)),
  "classes.segmentation": segmentation(filled(1, n, rows, columns)),
});
const at = (quantile: number, method: string) => withParams(graph, "levels", { quantile, method });
const scoresOf = async (quantile: number, method: string, seed: number) =>
  (await ask(at(quantile, method), "iou.scores", { feeds: feedsOf(seed), chunk: 2 })) as Scores;

/** The values of one unit, as they are or at the size of the segmentation. */
function valuesOf(seed: number, unit: number, upsampled: boolean): number[] {
  const { data } = gaussian(seed, n, unitCount, h, w);
  return Array.from({ length: n }, (_, sample) => {
    const map = data.slice((sample * unitCount + unit) * each, (sample * unitCount + unit + 1) * each);
    return upsampled ? [...resizeBilinear(map, [h, w], [rows, columns])] : map;
  }).flat();
}

describe.each([
  ["quantile", false],
  ["upsampledQuantile", true],
])("the %s", (method, upsampled) => {
  test("1 is the greatest value, and leaves no pixel of any map: IoU 0", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const { thresholds, iou } = await scoresOf(1, method, seed);
        expect(thresholds).toEqual([0, 1].map((unit) => Math.max(...valuesOf(seed, unit, upsampled))));
        expect(iou).toEqual([[0], [0]]);
      }),
      { numRuns: 40 },
    );
  });

  test("0 is the least value, and leaves every pixel but those of that value", async () => {
    for (const seed of [1, 2, 3]) {
      const { thresholds, iou } = await scoresOf(0, method, seed);
      for (const unit of [0, 1]) {
        const least = Math.min(...valuesOf(seed, unit, upsampled));
        expect(thresholds[unit]).toBe(least);
        const pixels = valuesOf(seed, unit, true);
        const share = pixels.filter((value) => value > least).length / pixels.length;
        expect(iou[unit]?.[0]).toBe(share);
        expect(share).toBeGreaterThan(0.9);
      }
    }
  });

  test("beyond 0 and 1 is refused", async () => {
    for (const quantile of [-0.01, 1.01])
      expect((await refusal(at(quantile, method), "levels", { feeds: feedsOf(1) })).reason).toBe(
        `quantile: expected a finite number from 0 to 1, got ${quantile}`,
      );
  });
});

test("the level that tells most does not go by the quantile, and says none", async () => {
  const feeds = {
    ...feedsOf(1),
    "classes.segmentation": segmentation({
      shape: [n, rows, columns],
      data: Array.from({ length: n * rows * columns }, (_, i) => (i % columns < 5 ? 1 : 0)),
    }),
  };
  const ends = await Promise.all(
    [0, 1].map((quantile) => ask(at(quantile, "bestRatio"), "iou.scores", { feeds })),
  );
  expect(ends[0]).toEqual(ends[1]);
  expect(ends[0]).toMatchObject({ quantile: null });
});

describe("constant maps", () => {
  const constant = {
    ...feedsOf(1),
    "source.features": features(null, null, filled(0.1, n, unitCount, h, w)),
  };

  test.each(["quantile", "upsampledQuantile"])(
    "have their constant as every %s, and IoU 0",
    async (method) => {
      for (const quantile of [0, 0.5, 1]) {
        const scores = (await ask(at(quantile, method), "iou.scores", { feeds: constant })) as Scores;
        expect(scores.thresholds).toEqual([Math.fround(0.1), Math.fround(0.1)]);
        expect(scores.iou).toEqual([[0], [0]]);
      }
    },
  );

  test("tell nothing about any concept: level 0, as in the published code", async () => {
    const { data } = await askNumbers(at(0.99, "bestRatio"), "levels.thresholds", { feeds: constant });
    expect(data).toEqual([0, 0]);
  });
});
