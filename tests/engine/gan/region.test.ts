import { describe, expect, test } from "vitest";
import { adaptiveMaxPool } from "../../../engine/gan/region.ts";
import { tensor } from "../../../engine/tensor.ts";

/** A mask [1, rows, columns]. */
function mask(...rows: number[][]) {
  return tensor([1, rows.length, rows[0]?.length ?? 0], Float32Array.from(rows.flat()));
}

describe("bringing a region to a grid", () => {
  test("takes the largest value of each cell", () => {
    const pooled = adaptiveMaxPool(mask([0, 0, 0, 0.2], [0, 1, 0, 0], [0, 0, 0, 0], [0.5, 0, 0, 0.1]), 2, 2);
    expect(pooled).toEqual(mask([1, Math.fround(0.2)], [0.5, Math.fround(0.1)]));
  });

  test("lets cells overlap where the sizes do not divide", () => {
    expect(adaptiveMaxPool(mask([0, 1, 0]), 1, 2)).toEqual(mask([1, 1]));
  });

  test("enlarges a smaller region", () => {
    expect(adaptiveMaxPool(mask([1, 0]), 2, 4)).toEqual(mask([1, 1, 0, 0], [1, 1, 0, 0]));
  });

  test("keeps samples apart, and a region of that size as it is", () => {
    const two = tensor([2, 1, 2], Float32Array.of(0, 1, 0, 0));
    expect(adaptiveMaxPool(two, 1, 1)).toEqual(tensor([2, 1, 1], Float32Array.of(1, 0)));
    expect(adaptiveMaxPool(two, 1, 2)).toBe(two);
  });

  test("takes masks only", () => {
    expect(() => adaptiveMaxPool(tensor([2], new Float32Array(2)), 1, 1)).toThrow(
      "expected a mask [n, h, w], got [2]",
    );
  });
});
