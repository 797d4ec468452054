import { expect, test } from "vitest";
import { resizeBilinear } from "../../../engine/gan/bilinear.ts";
import { conceptMean } from "../../../nodes/dissection/conceptMean.ts";
import { expectClose } from "../../expectClose.ts";
import known from "../known/dissection-iou.json" with { type: "json" };
import { features, libraryOf, numbersOf, reduceNode, segmentation } from "../workbench.ts";

const inputs = {
  features: features("tiny", "8x8", known.features),
  segmentation: segmentation(known.segmentation),
};

test("is the mean of the upsampled maps over the concept's pixels", async () => {
  const sums = [0, 0, 0, 0, 0, 0];
  let pixels = 0;
  for (let sample = 0; sample < 5; sample++) {
    const ids = known.segmentation.data.slice(sample * 1024, (sample + 1) * 1024);
    pixels += ids.filter((id) => id === 2).length;
    for (let unit = 0; unit < 6; unit++) {
      const start = (sample * 6 + unit) * 64;
      const large = resizeBilinear(known.features.data.slice(start, start + 64), [8, 8], [32, 32]);
      for (const [i, id] of ids.entries()) if (id === 2) sums[unit] = (sums[unit] ?? 0) + (large[i] ?? 0);
    }
  }
  const wanted = { shape: [6], data: sums.map((sum) => sum / pixels) };
  const made = await reduceNode(conceptMean, libraryOf(), inputs, { concept: "2" }, { chunk: 2 });
  expect(made.levels).toMatchObject({ generator: "tiny", layer: "8x8", quantile: null });
  expectClose(await numbersOf(made.levels), wanted, 1e-5);
  const merged = await reduceNode(
    conceptMean,
    libraryOf(),
    inputs,
    { concept: "2" },
    { chunk: 1, merged: (s) => s.toReversed() },
  );
  expectClose(await numbersOf(merged.levels), wanted, 1e-5);
});

test("says so where no sample shows the concept", async () => {
  await expect(reduceNode(conceptMean, libraryOf(), inputs, { concept: "7" })).rejects.toThrow(
    "no sample shows 7",
  );
});
