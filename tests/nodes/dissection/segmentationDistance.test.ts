import { describe, expect, test } from "vitest";
import { frechetDistance, GaussianSums } from "../../../engine/gan/gaussian.ts";
import { normals } from "../../../engine/random.ts";
import type { NumberValue, Table } from "../../../engine/values.ts";
import { segmentationDistance } from "../../../nodes/dissection/segmentationDistance.ts";
import { libraryOf, reduceNode, segmentation } from "../workbench.ts";

const classes = ["sky", "tree", "door"];
const ids = (data: number[]) => segmentation({ shape: [data.length / 2, 1, 2], data }, classes);
const run = async (a: number[], b: number[], options = {}) => {
  const made = await reduceNode(segmentationDistance, libraryOf(), { a: ids(a), b: ids(b) }, {}, options);
  return { rows: (made.table as Table).rows, distance: (made.distance as NumberValue).value };
};

test("gives each concept's mean share in both sets, and their ratio", async () => {
  const { rows } = await run([0, 0, 0, 1], [0, 1, 1, 1]);
  expect(rows).toEqual([
    ["sky", 0.75, 0.25, 3],
    ["tree", 0.25, 0.75, 1 / 3],
    ["door", 0, 0, null],
  ]);
});

test("is 0 between a set and itself, whatever the order, and the same merged in any order", async () => {
  expect((await run([0, 1, 2, 2, 0, 0], [0, 0, 2, 2, 0, 1])).distance).toBeCloseTo(0, 6);
  const [a, b] = [
    [0, 1, 2, 2, 0, 0],
    [1, 1, 0, 1, 0, 2],
  ] as const;
  const whole = await run([...a], [...b]);
  const parts = await run([...a], [...b], { chunk: 1, merged: (states: unknown[]) => states.toReversed() });
  expect(parts.distance).toBeCloseTo(whole.distance, 8);
});

test("refuses sets by different segmenters", async () => {
  const other = segmentation({ shape: [1, 1, 2], data: [0, 1] }, ["sky"]);
  await expect(reduceNode(segmentationDistance, libraryOf(), { a: ids([0, 1]), b: other })).rejects.toThrow(
    "a and b differ in classes: 3 and 1",
  );
});

describe("the Frechet distance", () => {
  test("of independent normals is the sum of squared differences of means and of deviations", async () => {
    const [a, b] = [new GaussianSums(), new GaussianSums()];
    const numbers = normals(1, "frechet", 0, 40_000);
    for (let i = 0; i < 20_000; i++) {
      const [x = 0, y = 0] = [numbers[2 * i], numbers[2 * i + 1]];
      a.add([x, 2 * y]);
      b.add([3 + 2 * x, 1 + y]);
    }
    // (3, 1) apart, deviations 1 to 2 and 2 to 1: 9 + 1 + 1 + 1, here with 1 % of sampling noise.
    const distance = await frechetDistance(a, b);
    expect(distance).toBeGreaterThan(11.8);
    expect(distance).toBeLessThan(12.2);
  });
});
