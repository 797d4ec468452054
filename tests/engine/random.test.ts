import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normals, philox4x32, stream, uniforms } from "../../engine/random.ts";

const seeds = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const samples = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const counts = fc.integer({ min: 0, max: 70 });

function moments(values: ArrayLike<number>): {
  mean: number;
  variance: number;
  skew: number;
  kurtosis: number;
} {
  const list = Array.from(values);
  const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
  const central = (p: number) => list.reduce((sum, x) => sum + (x - mean) ** p, 0) / list.length;
  const variance = central(2);
  return { mean, variance, skew: central(3) / variance ** 1.5, kurtosis: central(4) / variance ** 2 };
}

describe("philox4x32", () => {
  it("gives the known answers of Random123 for ten rounds", () => {
    expect(philox4x32([0, 0, 0, 0], [0, 0])).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = 0xffffffff;
    expect(philox4x32([ones, ones, ones, ones], [ones, ones])).toEqual([
      0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
    ]);
    expect(philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1,
    ]);
  });
});

describe("uniforms", () => {
  it("follows the written rule: counter (block, sample, name), key (seed), upper 23 bits", () => {
    const seed = 5 * 2 ** 32 + 7;
    const sample = 3 * 2 ** 32 + 11;
    // FNV-1a 32 of "foobar" is a published test vector.
    const words = philox4x32([1, 11, 3, 0xbf9cf968], [7, 5]);
    const expected = words.map((word) => ((word >>> 9) + 0.5) / 2 ** 23);
    expect(Array.from(uniforms(seed, "foobar", sample, 8).slice(4))).toEqual(expected);
  });

  it("hashes names beyond ASCII by their UTF-8 bytes", () => {
    // e-acute is the bytes c3 a9: hash them here by hand.
    let hash = 0x811c9dc5;
    for (const byte of [0xc3, 0xa9]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    const first = philox4x32([0, 0, 0, hash], [0, 0])[0];
    expect(uniforms(0, "\u00e9", 0, 1)[0]).toBe(((first >>> 9) + 0.5) / 2 ** 23);
    const three = new Set(["\u00e9", "\u20ac", "\u{1f3e0}"].map((name) => uniforms(0, name, 0, 1)[0]));
    expect(three.size).toBe(3);
  });

  it("stays inside the open interval (0, 1)", () => {
    const values = uniforms(0, "interval", 0, 100_000);
    expect(values.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it("has the moments of a uniform distribution", () => {
    const { mean, variance, skew, kurtosis } = moments(uniforms(1, "moments", 2, 100_000));
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(Math.abs(skew)).toBeLessThan(0.02);
    expect(kurtosis).toBeCloseTo(1.8, 1);
  });

  it("refuses seeds and samples that are no whole numbers", () => {
    expect(() => uniforms(-1, "x", 0, 1)).toThrow(
      "random: seed must be an integer from 0 to 2^53 - 1, got -1",
    );
    expect(() => uniforms(2 ** 53, "x", 0, 1)).toThrow("random: seed");
    expect(() => uniforms(0, "x", 0.5, 1)).toThrow("random: sample");
    expect(() => normals(0, "x", 0, Number.NaN)).toThrow("random: count");
  });
});

describe("normals", () => {
  it("has the moments of a standard normal distribution", () => {
    const { mean, variance, skew, kurtosis } = moments(normals(3, "moments", 0, 100_000));
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    expect(Math.abs(skew)).toBeLessThan(0.03);
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.08);
  });

  it("is Box-Muller on pairs of words", () => {
    const [a, b] = philox4x32([0, 0, 0, 0xbf9cf968], [0, 0]);
    const radius = Math.sqrt(-2 * Math.log((a + 0.5) / 2 ** 32));
    const angle = (2 * Math.PI * (b + 0.5)) / 2 ** 32;
    const [x, y] = normals(0, "foobar", 0, 2);
    expect(x).toBe(Math.fround(radius * Math.cos(angle)));
    expect(y).toBe(Math.fround(radius * Math.sin(angle)));
  });
});

describe("every stream", () => {
  it("gives value i whatever the count", () => {
    fc.assert(
      fc.property(seeds, fc.string(), samples, counts, counts, (seed, name, sample, few, more) => {
        for (const draw of [uniforms, normals]) {
          const short = draw(seed, name, sample, few);
          const long = draw(seed, name, sample, few + more);
          expect(short).toEqual(long.slice(0, few));
        }
      }),
    );
  });

  it("gives the same values one at a time", () => {
    fc.assert(
      fc.property(seeds, fc.string(), samples, counts, (seed, name, sample, count) => {
        const next = stream(seed, name, sample);
        expect(Float32Array.from({ length: count }, next)).toEqual(uniforms(seed, name, sample, count));
      }),
    );
  });

  it("differs in seed, name and sample, high words included", () => {
    const base = uniforms(1, "a", 1, 4);
    for (const other of [
      uniforms(2, "a", 1, 4),
      uniforms(1 + 2 ** 32, "a", 1, 4),
      uniforms(1, "b", 1, 4),
      uniforms(1, "a", 2, 4),
      uniforms(1, "a", 1 + 2 ** 32, 4),
    ]) {
      expect(other).not.toEqual(base);
    }
  });

  it("is uncorrelated between neighbouring samples and seeds", () => {
    const correlate = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0) / a.length;
    const base = normals(10, "z", 5, 20_000);
    expect(Math.abs(correlate(base, normals(10, "z", 6, 20_000)))).toBeLessThan(0.03);
    expect(Math.abs(correlate(base, normals(11, "z", 5, 20_000)))).toBeLessThan(0.03);
    expect(Math.abs(correlate(base, normals(10, "w", 5, 20_000)))).toBeLessThan(0.03);
  });
});
