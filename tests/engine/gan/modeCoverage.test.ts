import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jensenShannon } from "../../../engine/gan/jensenShannon.ts";
import { kernelDistance } from "../../../engine/gan/kernelDistance.ts";
import { coverage, modeShares } from "../../../engine/gan/modeCoverage.ts";
import { allOver, around, everyMode, ring } from "./plainPoints.ts";

const data = around(400, everyMode);
const half = Float32Array.from([...around(200, [0, 2, 4, 6]), ...allOver(100)]);

/** Computed with NumPy 2.4 and SciPy 1.17: cdist, pdist and jensenshannon(base=2). */
const known = [
  ["every mode", around(300, everyMode), 8, 1, 0.0056622921412587, -0.0020527213969778746],
  ["one mode", around(300, [0]), 1, 1, 0.8467096235951846, 0.3539831390891406],
  ["all over the plane", allOver(500), 4, 0.008, 0.9850483037523549, 0.0021016464010907843],
  ["half the modes, and all over", half, 4, 2 / 3, 0.6521377057902368, -0.0016250597308462567],
] as const;

describe.each(known)("points of %s", (_, points, covered, highQuality, jsd, mmd) => {
  it("cover the modes that NumPy finds", () => {
    expect(coverage(points, ring)).toMatchObject({ covered, highQuality: expect.closeTo(highQuality, 12) });
  });

  it("have NumPy's distances to the data", () => {
    expect(jensenShannon(modeShares(points, ring), modeShares(data, ring))).toBeCloseTo(jsd, 10);
    expect(kernelDistance(points, data)).toBeCloseTo(mmd, 10);
  });
});

describe("coverage", () => {
  const one = { centres: [[0, 0]] as const, sigma: 0.25 };

  it("counts what lies on the edge of 4 sigma, and nothing beyond", () => {
    expect(coverage(Float32Array.of(1, 0, 0, -1), one).highQuality).toBe(1);
    expect(coverage(Float32Array.of(1.001, 0, 0, 0), one).highQuality).toBe(0.5);
  });

  it("takes a mode for covered from 0.2 % of the points on", () => {
    const near = (count: number, of: number) =>
      Float32Array.from({ length: 2 * of }, (_, at) => (at < 2 * count ? 0 : 9));
    expect(coverage(near(20, 10_000), one).covered).toBe(1);
    expect(coverage(near(19, 10_000), one).covered).toBe(0);
    expect(coverage(near(7, 3500), one).covered).toBe(1);
  });

  it("gives points between two centres to the nearer one, and lets them cover both", () => {
    const two = {
      centres: [
        [0, 0],
        [0.5, 0],
      ] as const,
      sigma: 0.25,
    };
    const points = Float32Array.of(0.4, 0, 0.45, 0);
    expect(coverage(points, two)).toMatchObject({ covered: 2, highQuality: 1 });
    expect([...modeShares(points, two)]).toEqual([0, 1, 0]);
  });

  it("takes what is not finite for neither near nor covered", () => {
    const points = Float32Array.of(Number.NaN, 0, 0, Number.POSITIVE_INFINITY, 0, 0, 0.1, 0);
    expect(coverage(points, one)).toMatchObject({ covered: 1, highQuality: 0.5 });
    expect([...modeShares(points, one)]).toEqual([0.5, 0.5]);
  });

  it("is nothing of no points", () => {
    expect(coverage(new Float32Array(), one)).toMatchObject({ covered: 0, highQuality: 0 });
  });
});

const shares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
  .filter((weights) => weights.some((weight) => weight > 1e-6))
  .map((weights) => {
    const all = weights.reduce((a, b) => a + b);
    return weights.map((weight) => weight / all);
  });

describe("the Jensen-Shannon distance", () => {
  it("is 0 of what is equal, 1 of what has nothing in common, and as SciPy has it between", () => {
    expect(jensenShannon([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(jensenShannon([1, 0], [0, 1])).toBe(1);
    expect(jensenShannon([0.5, 0.5, 0], [0.25, 0.25, 0.5])).toBeCloseTo(0.5579230452841438, 12);
  });

  it("counts a share next to nothing as next to nothing", () => {
    expect(jensenShannon([5e-324, 1], [0, 1])).toBeLessThan(1e-150);
  });

  it("is a distance: symmetric, from 0 to 1, never longer than a way round", () => {
    fc.assert(
      fc.property(shares, shares, shares, (p, q, r) => {
        const direct = jensenShannon(p, q);
        expect(direct).toBeGreaterThanOrEqual(0);
        expect(direct).toBeLessThanOrEqual(1);
        expect(jensenShannon(q, p)).toBeCloseTo(direct, 12);
        expect(direct).toBeLessThanOrEqual(jensenShannon(p, r) + jensenShannon(r, q) + 1e-6);
      }),
    );
  });
});

describe("the kernel distance", () => {
  it("takes 1,000 points, evenly, of more", () => {
    expect(kernelDistance(allOver(2500), around(1700, everyMode))).toBeCloseTo(0.0029292499622066703, 10);
  });

  it("is null of fewer than two points", () => {
    expect(kernelDistance(Float32Array.of(0, 0), data)).toBeNull();
    expect(kernelDistance(data, Float32Array.of(0, 0))).toBeNull();
  });

  it("has a measure where all data are alike", () => {
    const alike = new Float32Array(8);
    expect(kernelDistance(alike, alike)).toBe(0);
    expect(kernelDistance(Float32Array.of(1, 0, 1, 0), alike)).toBeCloseTo(2 - 2 * Math.exp(-0.5), 12);
  });

  it("does not change when points and data move together", () => {
    const moved = (points: Float32Array) => points.map((x) => x + 3);
    expect(kernelDistance(moved(half), moved(data))).toBeCloseTo(kernelDistance(half, data) as number, 4);
  });
});

it("tells which modes are reached, from 0.2 % of the points on; what is no number reaches none", () => {
  const modes = { centres: [[0, 0] as const, [10, 0] as const], sigma: 0.5 };
  expect(coverage([1.9, 0, 12.1, 0], modes).reached).toEqual([true, false]);
  expect(coverage([], modes)).toEqual({ covered: 0, reached: [false, false], highQuality: 0 });
  const points = (near: number) => Float32Array.from({ length: 2000 }, (_, i) => (i < 2 * near ? 0 : 100));
  expect(coverage(points(1), modes).reached[0]).toBe(false);
  expect(coverage(points(2), modes).reached[0]).toBe(true);
  expect(coverage([Number.NaN, 0, 0, 0], modes).highQuality).toBe(0.5);
});
