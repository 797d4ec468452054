import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawScene, sceneClasses } from "../../../../nodes/data/scene/drawScene.ts";

const SEED = 7;
const COUNT = 300;
const shares = Array.from({ length: COUNT }, (_, sample) => {
  const { labels } = drawScene(SEED, sample, 32);
  return sceneClasses.map((_, id) => labels.filter((label) => label === id).length / labels.length);
});
const presence = (name: (typeof sceneClasses)[number]) =>
  shares.map((share) => ((share[sceneClasses.indexOf(name)] ?? 0) > 0 ? 1 : 0));
const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;

function correlation(a: readonly number[], b: readonly number[]): number {
  const covariance = mean(a.map((x, i) => x * (b[i] ?? 0))) - mean(a) * mean(b);
  return covariance / Math.sqrt(mean(a) * (1 - mean(a)) * mean(b) * (1 - mean(b)));
}

describe("drawScene", () => {
  it("names eleven classes in the order of the segmenter's card", () => {
    expect(sceneClasses.join(" ")).toBe("sky cloud sun mountain grass tree building roof door window water");
  });

  it("gives the same scene for the same seed and sample, and another for another", () => {
    expect(drawScene(3, 5, 32)).toEqual(drawScene(3, 5, 32));
    expect(drawScene(3, 5, 32).rgb).not.toEqual(drawScene(3, 6, 32).rgb);
    expect(drawScene(3, 5, 32).rgb).not.toEqual(drawScene(4, 5, 32).rgb);
  });

  it("gives colours in [-1, 1] and known classes at every size", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom(16, 32, 64, 128), (seed, sample, size) => {
        const { rgb, labels } = drawScene(seed, sample, size);
        expect(rgb.length).toBe(3 * size * size);
        expect(labels.length).toBe(size * size);
        expect(rgb.every((v) => v >= -1 && v <= 1)).toBe(true);
        expect(labels.every((id) => id < sceneClasses.length)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("draws the same scene at any size", () => {
    for (let sample = 0; sample < 5; sample++) {
      const small = drawScene(SEED, sample, 16).rgb;
      const large = drawScene(SEED, sample, 64).rgb;
      const difference = mean(Array.from(small, (v, i) => Math.abs(v - blockMean(large, i))));
      expect(difference).toBeLessThan(1e-3);
    }
  });

  it("shows every class as often as its documentation says", () => {
    // Sun 60 %, clouds 75, mountains 55, trees 75, house 80, water 35; some are hidden by others, small parts can lose the majority.
    const expected = {
      ...{ sky: 1, cloud: 0.74, sun: 0.57, mountain: 0.55, grass: 1, tree: 0.74 },
      ...{ building: 0.8, roof: 0.8, door: 0.74, window: 0.76, water: 0.35 },
    };
    for (const [name, share] of Object.entries(expected)) {
      const found = mean(presence(name as (typeof sceneClasses)[number]));
      expect(Math.abs(found - share), `${name} in ${found}`).toBeLessThan(0.09);
    }
  });

  it("lets sun, clouds, mountains, trees, house and water come and go independently", () => {
    const objects = ["sun", "cloud", "mountain", "tree", "building", "water"] as const;
    for (const a of objects)
      for (const b of objects)
        if (a < b) {
          const r = correlation(presence(a), presence(b));
          expect(Math.abs(r), `${a} and ${b}: ${r}`).toBeLessThan(0.18);
        }
  });

  it("gives every house a roof", () => {
    const [building, roof] = [presence("building"), presence("roof")];
    expect(mean(building.map((there, i) => (there === roof[i] ? 1 : 0)))).toBeGreaterThan(0.99);
  });
});

/** Mean of the 4x4 block of a 64x64 picture that pixel i of its 16x16 version shows. */
function blockMean(large: Float32Array, i: number): number {
  const [channel, row, column] = [Math.floor(i / 256), Math.floor((i % 256) / 16), i % 16];
  let sum = 0;
  for (let k = 0; k < 16; k++)
    sum += large[channel * 4096 + (row * 4 + Math.floor(k / 4)) * 64 + column * 4 + (k % 4)] ?? 0;
  return sum / 16;
}
