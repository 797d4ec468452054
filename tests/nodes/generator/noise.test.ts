import { expect, test } from "vitest";
import { noiseMaps } from "../../../engine/gan/noiseMaps.ts";
import type { Noise } from "../../../engine/values.ts";
import { noise } from "../../../nodes/generator/noise.ts";
import { libraryOf, runNode } from "../workbench.ts";

const has = (value: Noise, resolution: number) =>
  noiseMaps(value, { index: 0, resolution, from: 0, to: 1 }).data.some((x) => x !== 0);

test.each([
  ["all", [4, 8, 16, 32, 64, 128]],
  ["coarse", [4, 8]],
  ["middle", [16, 32]],
  ["fine", [64, 128]],
])("gives %s layers noise", async (layers, expected) => {
  const { noise: made } = await runNode(noise, libraryOf(), {}, { layers, seed: 3 });
  const found = [4, 8, 16, 32, 64, 128].filter((resolution) => has(made as Noise, resolution));
  expect(found).toEqual(expected);
});

test("survives a journey through JSON, as between page and worker", async () => {
  const { noise: made } = await runNode(noise, libraryOf(), {}, { strength: 0.5 });
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
});
