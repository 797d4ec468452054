import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quantiles } from "../../../engine/gan/quantiles.ts";
import { normals } from "../../../engine/random.ts";

/** NumPy's default: linear between order statistics. */
function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float32Array.from(values).sort();
  const rank = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(rank)] as number, sorted[Math.ceil(rank)] as number];
  return Math.fround(low + (high - low) * (rank - Math.floor(rank)));
}
const level = (quantiles: Quantiles) => quantiles.levels()[0];

describe("Quantiles", () => {
  it("are exact for any numbers, in any order, merged or not", () => {
    const numbers = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(numbers, numbers, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const [one, other] = [new Quantiles(share, 1), new Quantiles(share, 1)];
        one.add(0, a);
        other.add(0, b);
        one.merge(other);
        const wanted = quantile([...a, ...b], share);
        if (Number.isFinite(wanted)) expect(level(one)).toEqual({ level: wanted + 0, rankError: 0 });
      }),
    );
  });

  it("stay exact far beyond the budget, while the distribution stays what it is", () => {
    const values = normals(3, "test", 0, 200_000);
    for (const share of [0.99, 0.5, 0.001]) {
      const quantiles = new Quantiles(share, 1, 40_000);
      for (let at = 0; at < values.length; at += 4096) {
        quantiles.add(0, values.subarray(at, at + 4096));
        quantiles.settle();
      }
      expect(level(quantiles)).toEqual({ level: quantile(values, share), rankError: 0 });
    }
  });

  it("say how far off they may be where it drifts", () => {
    const rising = Float32Array.from({ length: 100_000 }, (_, i) => 1 + i / 1000);
    const quantiles = new Quantiles(0.5, 1, 4_000);
    for (let at = 0; at < rising.length; at += 1000) {
      quantiles.add(0, rising.subarray(at, at + 1000));
      quantiles.settle();
    }
    const found = level(quantiles);
    expect(found?.rankError).toBeGreaterThan(0);
    expect(found?.rankError).toBeLessThan(0.02);
    const rank = rising.filter((value) => value < (found?.level ?? 0)).length / rising.length;
    expect(Math.abs(rank - 0.5)).toBeLessThanOrEqual(found?.rankError ?? 0);
  });
});
