import { expect, it } from "vitest";
import { mutations } from "../../../engine/gan/evolution.ts";
import { bestSurvivors, shareBuckets, sharesOver } from "../../../engine/gan/survivorShares.ts";

const run = (survivors: number[], parents = 1) => ({
  mutations,
  parents,
  generation: survivors.length / parents,
  course: { survivors: Int16Array.from(survivors) },
});

it("says by which mutation the best survivors came, the newest last", () => {
  expect(bestSurvivors(run([0, 1, 2, 2]), 3)).toEqual([1, 2, 2]);
  expect(bestSurvivors(run([5, 0, 1, 4], 2), 9)).toEqual([2, 1]);
  expect(bestSurvivors(run([-1, 0]), 9)).toEqual([-1, 0]);
  expect(bestSurvivors(run([]), 9)).toEqual([]);
});

it("counts shares over generations from 1, both ends included", () => {
  expect(sharesOver(run([0, 2, 2, 2]), 1, 4).shares).toEqual([0.25, 0, 0.75]);
  expect(sharesOver(run([0, 2, 2, 2]), 3, 4).shares).toEqual([0, 0, 1]);
  expect(sharesOver(run([]), 1, 0).shares).toEqual([0, 0, 0]);
});

it("cuts a run into stretches that leave nothing out", () => {
  const buckets = shareBuckets(run(Array.from({ length: 100 }, (_, at) => (at < 50 ? 0 : 1))), 32);
  expect(buckets).toHaveLength(32);
  expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([1, 100]);
  for (const [at, { from }] of buckets.entries())
    if (at > 0) expect(from).toBe((buckets[at - 1]?.to ?? 0) + 1);
  expect(shareBuckets(run([0, 1]), 32).map(({ shares }) => shares)).toEqual([
    [1, 0, 0],
    [0, 1, 0],
  ]);
});
