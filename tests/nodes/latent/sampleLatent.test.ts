import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleLatent } from "../../../nodes/latent/sampleLatent.ts";
import { distance } from "../../expectClose.ts";
import { mixingGenerator } from "../mixingGenerator.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";

const models = libraryOf(mixingGenerator);

/** Samples `from` to `to` of a batch, as the engine asks for a chunk. */
async function draw(seed: number, from: number, to: number): Promise<Float32Array> {
  const params = { generator: "mixing", seed, count: 1000 };
  const { z } = await runNode(sampleLatent, models, {}, params, (context) => ({
    ...context,
    range: { from, to },
  }));
  return (await numbersOf(z)).data as Float32Array;
}

test("has the size that the generator's card says, and carries the generator", async () => {
  const { z } = await runNode(sampleLatent, models, {}, { generator: "mixing", count: 3 });
  expect(z).toMatchObject({ type: "latent", generator: "mixing" });
  expect((await numbersOf(z)).shape).toEqual([3, 8]);
});

test("keeps its values from version to version", async () => {
  const known = [0.4160677, -0.3941056, 0.8026989, 0.5734819, -1.4066377, -1.1413388, -0.3137316, -1.0798331];
  expect(distance(await draw(7, 0, 1), known)).toBeLessThan(1e-6);
});

test("gives a sample the same values whatever the chunk", async () => {
  const whole = await draw(42, 0, 40);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 39 }),
      fc.integer({ min: 1, max: 40 }),
      async (from, length) => {
        const to = Math.min(40, from + length);
        expect(await draw(42, from, to)).toEqual(whole.subarray(from * 8, to * 8));
      },
    ),
    { numRuns: 30 },
  );
});

test("draws other values for another seed and another sample", async () => {
  const [a, b] = [await draw(1, 0, 2), await draw(2, 0, 2)];
  expect(distance(a, b)).toBeGreaterThan(0.1);
  expect(distance(a.subarray(0, 8), a.subarray(8))).toBeGreaterThan(0.1);
});

test("is normal: mean 0, deviation 1", async () => {
  const values = await draw(5, 0, 1000);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
});

test("names the generators there are when its own is none of them", async () => {
  await expect(runNode(sampleLatent, models, {}, { generator: "nope" })).rejects.toMatchObject({
    message: 'there is no model "nope"',
    port: "generator",
    cure: "Choose one of mixing.",
  });
});
