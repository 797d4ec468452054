import { describe, expect, it } from "vitest";
import { sheetOf } from "../../../editor/handing/sheetOf.ts";

const sample = (level: number) =>
  Uint8ClampedArray.from({ length: 2 * 4 }, (_, at) => (at % 4 === 3 ? 255 : level));
const pixels = (count: number, columns: number | null) => ({
  kind: "pixels" as const,
  width: 2,
  height: 1,
  samples: Array.from({ length: count }, (_, at) => sample(10 * (at + 1))),
  total: count,
  columns,
});
const levels = ({ data }: { data: Uint8ClampedArray }) => [...data].filter((_, at) => at % 4 === 0);

describe("the sheet of a node's pictures", () => {
  it("has as many columns as the view says, and black where no picture is left", () => {
    const sheet = sheetOf(pixels(3, 2));
    expect(sheet).toMatchObject({ width: 4, height: 2 });
    expect(levels(sheet)).toEqual([10, 10, 20, 20, 30, 30, 0, 0]);
    expect([...sheet.data].filter((_, at) => at % 4 === 3)).toEqual(new Array(8).fill(255));
  });

  it("is a square where no view says how many", () => {
    expect(sheetOf(pixels(4, null))).toMatchObject({ width: 4, height: 2 });
    expect(sheetOf(pixels(1, null))).toMatchObject({ width: 2, height: 1 });
  });
});
