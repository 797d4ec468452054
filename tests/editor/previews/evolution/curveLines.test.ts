import { describe, expect, it } from "vitest";
import { lanePath, lastOf, pathOf, reach } from "../../../../editor/previews/evolution/curveLines.ts";

const curve = (...values: number[]) => ({
  at: Float32Array.from(values, (_, at) => at + 1),
  values: Float32Array.from(values),
});
const frame = { width: 200, height: 100, across: [1, 3], up: [0, 10] } as const;

describe("a curve", () => {
  it("runs from left to right, large numbers on top", () => {
    expect(pathOf(curve(0, 5, 10), frame)).toBe("M0.0 100.0L100.0 50.0L200.0 0.0");
  });

  it("breaks at a gap, and shows a number between two gaps", () => {
    expect(pathOf(curve(0, Number.NaN, 10), frame)).toBe("M0.0 100.0h1M200.0 0.0h1");
    expect(pathOf(curve(), frame)).toBe("");
  });

  it("stays on the drawing where all is one generation", () => {
    expect(pathOf(curve(5), { ...frame, across: [1, 1] })).toBe("M0.0 50.0h1");
  });
});

it("finds the ends of several curves", () => {
  expect(reach([curve(1, Number.NaN), curve(3)])).toEqual([1, 3]);
  expect(reach([curve(0, 8)], 0.2)).toEqual([0, 10]);
  expect(reach([curve(2, 2)])).toEqual([1.5, 2.5]);
  expect(reach([curve(Number.NaN)])).toEqual([0, 1]);
});

it("finds the newest number", () => {
  expect(lastOf(curve(1, 2, Number.NaN))).toEqual({ at: 2, value: 2 });
  expect(lastOf(curve(Number.NaN))).toBeNull();
});

it("goes level within a lane and bends to another", () => {
  const place = [(at: number) => 10 * at, (lane: number) => 20 * lane] as const;
  expect(lanePath([0, 0, 2], ...place)).toBe("M0.0 0.0L10.0 0.0C15.0 0.0 15.0 40.0 20.0 40.0");
  expect(lanePath([1, -1, 1], ...place)).toBe("M0.0 20.0M20.0 20.0");
  expect(lanePath([], ...place)).toBe("");
});
