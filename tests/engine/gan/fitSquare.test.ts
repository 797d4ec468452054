import { expect, it } from "vitest";
import { fitSquare } from "../../../engine/gan/fitSquare.ts";

it("lies around 0 where an extent is given", () => {
  expect(fitSquare(2, { points: [5, 5] })).toEqual({ x: 0, y: 0, half: 2 });
});

it("fits the modes, else the points, with room around", () => {
  const modes = { centres: [[-1, 0] as const, [3, 1] as const], sigma: 0.1 };
  expect(fitSquare(0, { points: [50, 50], modes })).toEqual({ x: 1, y: 0.5, half: 2.6 });
  expect(fitSquare(0, { points: [0, 0, 2, Number.NaN, 2, 2] })).toEqual({ x: 1, y: 1, half: 1.3 });
});

it("withstands one point, none, and no number", () => {
  expect(fitSquare(0, { points: [4, 5] })).toEqual({ x: 4, y: 5, half: 1 });
  expect(fitSquare(0, { points: [] })).toEqual({ x: 0, y: 0, half: 1 });
  expect(fitSquare(0, { points: [Number.NaN, Number.POSITIVE_INFINITY] })).toEqual({ x: 0, y: 0, half: 1 });
});
