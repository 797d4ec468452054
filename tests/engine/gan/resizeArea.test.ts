import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resizeArea } from "../../../engine/gan/resizeArea.ts";

describe("a picture made smaller", () => {
  it("has the mean of each block where sizes divide", () => {
    expect([...resizeArea(Float32Array.of(1, 3, 5, 7, 1, 3, 5, 7, 0, 0, 1, 1, 0, 0, 1, 1), 4, 2)]).toEqual([
      2, 6, 0, 1,
    ]);
  });

  it("shares what lies across two pixels", () => {
    // Rows and columns of 3 made 2: each takes one whole and half of the middle.
    const plane = Float32Array.of(0, 3, 6, 0, 3, 6, 0, 3, 6);
    expect([...resizeArea(plane, 3, 2)]).toEqual([1, 5, 1, 5]);
  });

  const sizes = fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }));

  it("keeps its mean, plane by plane, and never leaves its range", () => {
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.float({ min: -1, max: 1, noNaN: true })), ([a, b], numbers) => {
        const [size, to] = [Math.max(a, b), Math.min(a, b)];
        const planes = Float32Array.from({ length: 2 * size * size }, () => numbers.next().value as number);
        const made = resizeArea(planes, size, to);
        expect(made).toHaveLength(2 * to * to);
        const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
        for (const plane of [0, 1])
          expect(mean(made.subarray(plane * to * to, (plane + 1) * to * to))).toBeCloseTo(
            mean(planes.subarray(plane * size * size, (plane + 1) * size * size)),
            5,
          );
        for (const value of made) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });
});
