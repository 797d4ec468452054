import { describe, expect, it } from "vitest";
import { everyNth, thinByExtremes, thinByMean } from "../../../engine/gan/thin.ts";

const plain = ({ at, values }: ReturnType<typeof thinByMean>) => [[...at], [...values]];

describe("a short course", () => {
  it("stays as it is, what is not finite as a gap", () => {
    const expected = [
      [1, 2, 3],
      [5, Number.NaN, 7],
    ];
    expect(plain(thinByMean([5, Number.POSITIVE_INFINITY, 7], 3))).toEqual(expected);
    expect(plain(thinByExtremes([5, Number.NaN, 7], 3))).toEqual(expected);
    expect(plain(thinByMean([], 3))).toEqual([[], []]);
  });
});

describe("a long course", () => {
  it("is the mean of each stretch, at its middle", () => {
    expect(plain(thinByMean([1, 3, Number.NaN, 7], 2))).toEqual([
      [1.5, 3.5],
      [2, 7],
    ]);
  });

  it("keeps its peaks, in their order", () => {
    const spiky = Float32Array.from({ length: 1000 }, (_, at) => (at === 500 ? 9 : at === 733 ? -9 : 0));
    const { at, values } = thinByExtremes(spiky, 20);
    expect(values.length).toBeLessThanOrEqual(20);
    expect([...values].filter((value) => value !== 0)).toEqual([9, -9]);
    expect([...at]).toEqual([...at].sort((a, b) => a - b));
    expect(at[values.indexOf(9)]).toBe(501);
  });

  it("has a gap where a whole stretch has no number", () => {
    const values = [1, 1, 1, Number.NaN, Number.NaN, Number.NaN];
    expect([...thinByMean(values, 2).values]).toEqual([1, Number.NaN]);
    expect([...thinByExtremes(values, 5).values]).toEqual([1, Number.NaN]);
  });
});

it("takes the course of one child among several", () => {
  expect([...everyNth([0, 1, 2, 3, 4, 5], 1, 3)]).toEqual([1, 4]);
  expect([...everyNth([], 1, 3)]).toEqual([]);
});
