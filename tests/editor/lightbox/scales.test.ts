import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fittingScale, nearestScale, nextScale } from "../../../editor/lightbox/scales.ts";

const side = fc.integer({ min: 1, max: 4096 });

describe("the scale of a picture", () => {
  it("is whole, or one to a whole number, and as large as finds room", () => {
    fc.assert(
      fc.property(side, side, side, side, (width, height, roomX, roomY) => {
        const scale = fittingScale(width, height, roomX, roomY);
        const whole = scale >= 1 ? scale : 1 / scale;
        expect(Math.abs(whole - Math.round(whole))).toBeLessThan(1e-9);
        if (scale > 1 / 8) expect(width * scale <= roomX + 1e-6 && height * scale <= roomY + 1e-6).toBe(true);
        if (scale >= 1) expect(width * (scale + 1) > roomX || height * (scale + 1) > roomY).toBe(true);
      }),
    );
  });

  it("goes up and down by steps, and stops at both ends", () => {
    expect([1, 1.5, 7, 1 / 2].map((scale) => nextScale(scale, true))).toEqual([2, 2, 8, 1]);
    expect([1, 1.5, 7, 2].map((scale) => nextScale(scale, false))).toEqual([1 / 2, 1, 6, 1]);
    expect(nextScale(96, true)).toBe(96);
    expect(nextScale(1 / 8, false)).toBe(1 / 8);
    expect([0.9, 2.4, 1000].map(nearestScale)).toEqual([1, 2, 96]);
  });
});
