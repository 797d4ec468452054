import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage } from "../../../engine/gan/modeCoverage.ts";
import { drawPoints, modesOf, pointSets } from "../../../engine/gan/pointSets.ts";
import { distance } from "../../expectClose.ts";

const many = { from: 0, to: 4000 };
const deviation = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
};

describe("the ring of 8", () => {
  const set = pointSets.ring(8);

  it("has the published centres: radius 2, divided by 1.414", () => {
    const [far, near] = [1.4144271570014144, 1.0001510342101096];
    const published = [far, 0, near, near, 0, far, -near, near, -far, 0, -near, -near, 0, -far, near, -near];
    expect(distance(set.modes?.centres.flat() ?? [], published)).toBeLessThan(1e-15);
    expect(set.modes?.sigma).toBeCloseTo(0.014144271570014145, 15);
  });

  it("gives each Gaussian its share, nearly all of it within 4 sigma", () => {
    const modes = modesOf(set, 1);
    if (!modes) throw new Error("a ring knows its modes");
    const { covered, highQuality } = coverage(drawPoints(set, 1, 3, many), modes);
    expect(covered).toBe(8);
    // A point is within 4 sigma of its own centre with probability 1 - exp(-8).
    expect(highQuality).toBeGreaterThan(0.998);
    const first = drawPoints(set, 0, 3, many).filter((x, at) => at % 2 === 0 && x > 1.4);
    expect(first.length / 4000).toBeCloseTo(1 / 8, 1);
  });
});

describe("the grid of 25", () => {
  const set = pointSets.grid(5);

  it("has the published centres: 2 times -2 to 2, divided by 2.828", () => {
    const along = [-1.4144271570014144, -0.7072135785007072, 0, 0.7072135785007072, 1.4144271570014144];
    const published = along.flatMap((x) => along.flatMap((y) => [x, y]));
    expect(distance(set.modes?.centres.flat() ?? [], published)).toBeLessThan(1e-15);
    expect(set.modes?.sigma).toBeCloseTo(0.017680339462517684, 15);
  });

  it("has one Gaussian in the middle where its side is 1, and stays as wide with more", () => {
    expect(pointSets.grid(1).modes?.centres).toEqual([[0, 0]]);
    const wide = pointSets.grid(20).modes?.centres ?? [];
    expect(wide).toHaveLength(400);
    expect(Math.max(...wide.flat())).toBeCloseTo(1.4144271570014144, 12);
  });
});

describe("noise", () => {
  it("has the deviation of the set along both axes, times the noise", () => {
    const set = pointSets.ring(1);
    const points = drawPoints(set, 10, 5, many);
    for (const axis of [0, 1])
      expect(deviation([...points].filter((_, at) => at % 2 === axis))).toBeCloseTo(0.1414, 2);
  });

  it("changes sigma along, but for none, where quality is measured as published", () => {
    const set = pointSets.grid(5);
    expect(modesOf(set, 3)?.sigma).toBeCloseTo(3 * set.sigma, 12);
    expect(modesOf(set, 0)?.sigma).toBe(set.sigma);
    expect(modesOf(pointSets.moons, 1)).toBeNull();
  });
});

describe("the other shapes", () => {
  it("moons are two half circles around the middle", () => {
    const { at } = pointSets.moons;
    expect(distance([...at(0.1, 0.5), ...at(0.9, 0.5)], [-0.5, 0.75, 0.5, -0.75])).toBeLessThan(1e-15);
  });

  it("swissRoll is scikit-learn's spiral over 7.5", () => {
    const known = [0.6099844430778311, -0.44317963931770976, 1.423297033848273, 1.034085825074655];
    const made = [...pointSets.swissRoll.at(0.1, 0), ...pointSets.swissRoll.at(0.9, 0)];
    expect(distance(made, known)).toBeLessThan(1e-12);
  });

  it("lines lie level, one above the other", () => {
    const { at } = pointSets.lines(3);
    expect([at(0.1, 0), at(0.5, 0.5), at(0.9, 1)]).toEqual([
      [-1.5, -4 / 2.828],
      [0, 0],
      [1.5, 4 / 2.828],
    ]);
    expect(pointSets.lines(1).at(0.7, 0.5)).toEqual([0, 0]);
  });
});

const sets = fc.oneof(
  fc.integer({ min: 1, max: 64 }).map(pointSets.ring),
  fc.integer({ min: 1, max: 20 }).map(pointSets.grid),
  fc.integer({ min: 1, max: 64 }).map(pointSets.lines),
  fc.constantFrom(pointSets.moons, pointSets.swissRoll),
);

describe("every set", () => {
  it("gives point i by seed and i alone, however a batch is cut", () => {
    fc.assert(
      fc.property(sets, fc.maxSafeNat(), fc.nat(50), fc.nat(50), fc.nat(50), (set, seed, a, b, c) => {
        const [from, middle, to] = [a, a + b, a + b + c];
        const whole = drawPoints(set, 1, seed, { from, to });
        const parts = [
          drawPoints(set, 1, seed, { from, to: middle }),
          drawPoints(set, 1, seed, { from: middle, to }),
        ];
        expect([...whole]).toEqual(parts.flatMap((part) => [...part]));
      }),
      { numRuns: 50 },
    );
  });

  it("stays in the plane [-2, 2]^2 without noise", () => {
    fc.assert(
      fc.property(sets, fc.maxSafeNat(), (set, seed) => {
        for (const at of drawPoints(set, 0, seed, { from: 0, to: 64 })) expect(Math.abs(at)).toBeLessThan(2);
      }),
    );
  });
});
