import { describe, expect, it } from "vitest";
import { arranged } from "../../../editor/kept/drawCover.ts";

const sheet = (count: number, columns: number | null = null) => ({
  tiles: Array.from({ length: count }, () => ({ source: {} as OffscreenCanvas, crops: true })),
  columns,
});
const shape = (...sheets: Parameters<typeof sheet>[]) =>
  arranged(sheets.map((each) => sheet(...each)))?.map((row) => row.length);

describe("the pictures on a cover", () => {
  it("stand as nearly square as they go", () => {
    expect(shape([1])).toEqual([1]);
    expect(shape([4])).toEqual([2, 2]);
    expect(shape([6])).toEqual([3, 3]);
    expect(shape([12])).toEqual([4, 4, 4]);
  });
  it("keep the rows of a view that has some, and are a row each of several views", () => {
    expect(shape([36, 9])).toEqual([6, 6, 6, 6]);
    expect(shape([4], [9], [4], [4])).toEqual([4, 4, 4]);
  });
  it("are none where nothing shows pictures", () => {
    expect(shape()).toBeUndefined();
  });
});
