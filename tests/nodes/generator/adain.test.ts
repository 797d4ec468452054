import { expect, test } from "vitest";
import { adain } from "../../../nodes/generator/adain.ts";
import { distance } from "../../expectClose.ts";
import { gaussian } from "../arrays.ts";
import { features, libraryOf, numbersOf, runNode } from "../workbench.ts";

const content = features("tiny", "8x8", gaussian(1, 2, 3, 8, 8));

test("gives the content the style's statistics, one style for all samples", async () => {
  const style = features("tiny", "4x4", gaussian(2, 1, 3, 4, 4));
  const { features: made } = await runNode(adain, libraryOf(), { content, style });
  expect(made).toMatchObject({ type: "features", generator: "tiny", layer: "8x8" });
  const { data, shape } = await numbersOf(made);
  expect(shape).toEqual([2, 3, 8, 8]);
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
  const wanted = (await numbersOf(style)).data;
  for (let map = 0; map < 6; map++) {
    const unit = map % 3;
    const means = [data.subarray(map * 64, map * 64 + 64), wanted.subarray(unit * 16, unit * 16 + 16)].map(
      mean,
    );
    expect(distance([means[0] ?? 0], [means[1] ?? 1])).toBeLessThan(1e-5);
  }
});

test("refuses another number of units", async () => {
  const style = features(null, null, gaussian(2, 2, 4, 4, 4));
  await expect(runNode(adain, libraryOf(), { content, style })).rejects.toMatchObject({
    message: "content and style differ in units: 3 and 4",
    port: "style",
  });
});
