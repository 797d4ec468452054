import { expect, it } from "vitest";
import { coveredModes, highQualityShare } from "../../../engine/gan/coveredModes.ts";

const modes = { centres: [[0, 0] as const, [10, 0] as const], sigma: 0.5 };

it("covers a mode with a point within four deviations", () => {
  expect(coveredModes([1.9, 0, 12.1, 0], modes)).toEqual([true, false]);
  expect(coveredModes([], modes)).toEqual([false, false]);
});

it("asks for 0.2 % of many points", () => {
  const points = (near: number) => Float32Array.from({ length: 2000 }, (_, i) => (i < 2 * near ? 0 : 100));
  expect(coveredModes(points(1), modes)[0]).toBe(false);
  expect(coveredModes(points(2), modes)[0]).toBe(true);
});

it("takes points that are no numbers for none", () => {
  expect(coveredModes([Number.NaN, 0], modes)).toEqual([false, false]);
  expect(highQualityShare([Number.NaN, 0, 0, 0], modes)).toBe(0.5);
  expect(highQualityShare([], modes)).toBe(0);
});
