import { describe, expect, test } from "vitest";
import { middleOf, placeNear, placeText, readPlace } from "../../editor/controls/place/placeText.ts";
import { cellAt } from "../../engine/place.ts";

describe("pointing", () => {
  test("keeps to the picture, to a ten thousandth of it", () => {
    expect(placeNear(0.123456, 0.99996)).toEqual([0.1235, 1]);
    expect(placeNear(-3, 7)).toEqual([0, 1]);
  });

  test("goes to the middles of cells, and stops at the edges", () => {
    const grid = { rows: 4, columns: 8 };
    expect(middleOf({ row: 0, column: 1 }, grid)).toEqual([0.1875, 0.125]);
    expect(middleOf({ row: -1, column: 8 }, grid)).toEqual([0.9375, 0.125]);
  });

  test.each([1, 3, 16, 64, 1024])("finds every cell of %i again by its middle", (cells) => {
    const grid = { rows: cells, columns: cells };
    for (let at = 0; at < cells; at++) {
      const cell = { row: at, column: cells - 1 - at };
      expect(cellAt(middleOf(cell, grid), grid)).toEqual(cell);
    }
  });
});

describe("a place as text", () => {
  test("reads back as what it was", () => {
    for (const place of [
      [0, 1],
      [0.5, 0.125],
      [0.007, 0.93],
    ] as const)
      expect(readPlace(placeText(place))).toEqual(place);
  });

  test("may be parted by commas, semicolons or blanks", () => {
    expect(readPlace(" 0.4;0.7 ")).toEqual([0.4, 0.7]);
    expect(readPlace("0.4 , 0.7")).toEqual([0.4, 0.7]);
    expect(readPlace("0.4")).toEqual([0.4]);
    expect(readPlace("left, 1")).toEqual([Number.NaN, 1]);
  });
});
