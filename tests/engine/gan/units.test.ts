import { expect, test } from "vitest";
import { parseUnits, unitAlpha } from "../../../engine/gan/units.ts";

test("reads units and ranges, each unit once", () => {
  expect(parseUnits("3, 17, 40-43", 44)).toEqual([3, 17, 40, 41, 42, 43]);
  expect(parseUnits(" 5-5,5 , 4", 6)).toEqual([5, 4]);
  expect(parseUnits("", 6)).toEqual([]);
});

test("refuses a range that runs backwards", () => {
  expect(() => parseUnits("9-3", 96)).toThrow("units: 9-3 runs backwards");
});

test("marks the chosen units of a layer", () => {
  expect([...unitAlpha([1, 3], 5)]).toEqual([0, 1, 0, 1, 0]);
});

test("names a unit that the layer lacks, and how many it has", () => {
  expect(() => unitAlpha([96], 96)).toThrow("there is no unit 96: the layer has 96 units");
});

test("refuses units beyond the last before a range is written out", () => {
  expect(() => parseUnits("0-9007199254740991", 6)).toThrow("there is no unit 6: the layer has 6 units");
  expect(() => parseUnits("3, 1", 1)).toThrow("there is no unit 3: the layer has 1 unit");
});
