import fc from "fast-check";
import { expect, test } from "vitest";
import { cornerOf, middleSquare } from "../../editor/controls/pictures/sheet.ts";

test("a picture is cut to the largest square in its middle", () => {
  expect(middleSquare(200, 100)).toEqual({ x: 50, y: 0, side: 100 });
  expect(middleSquare(100, 301)).toEqual({ x: 0, y: 100, side: 100 });
  expect(middleSquare(64, 64)).toEqual({ x: 0, y: 0, side: 64 });
});

test("pictures lie edge to edge on their sheet, each in a place of its own", () => {
  expect(cornerOf(33, 40, 64)).toEqual([64, 64]);
  expect(cornerOf(2, 3, 64)).toEqual([128, 0]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (count) => {
      const corners = Array.from({ length: count }, (_, index) => cornerOf(index, count, 64).join());
      expect(new Set(corners).size).toBe(count);
    }),
    { numRuns: 20 },
  );
});
