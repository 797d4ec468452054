import { expect, test } from "vitest";
import { mapping } from "../../../nodes/latent/mapping.ts";
import { expectClose } from "../../expectClose.ts";
import known from "../known/stylegan-mapping.json" with { type: "json" };
import { tinyGenerator } from "../tinyGenerator.ts";
import { latent, libraryOf, numbersOf, runNode } from "../workbench.ts";

const zeros = (...shape: number[]) => ({
  shape,
  data: new Array<number>(shape.reduce((a, b) => a * b, 1)).fill(0),
});
const tiny = tinyGenerator({
  id: "tiny",
  mapping: known,
  layers: [
    {
      name: "4x4 a",
      constant: zeros(1, 2, 4, 4),
      bias: zeros(2),
      noiseWeight: zeros(2),
      styleWeight: zeros(4, 16),
      styleBias: zeros(4),
    },
  ],
  toRGB: { weight: zeros(3, 2, 1, 1), bias: zeros(3) },
});
const models = libraryOf(tiny);

test("gives the published mapping network's w", async () => {
  const { w } = await runNode(mapping, models, { z: latent("tiny", known.z) });
  expectClose(await numbersOf(w), known.w, 1e-5);
  expect(w).toMatchObject({ type: "style", generator: "tiny" });
});

test("refuses a latent of another size", async () => {
  await expect(runNode(mapping, models, { z: latent("tiny", zeros(1, 8)) })).rejects.toMatchObject({
    message: "z is [1, 8], tiny takes [n, 16]",
    port: "z",
  });
});

test("says that a fed latent names no generator", async () => {
  await expect(runNode(mapping, models, { z: latent(null, known.z) })).rejects.toThrow(
    "z carries no generator",
  );
});

test("has no mapping network for a traditional generator", async () => {
  const { mapping: _, style: __, ...card } = { ...tiny.card, id: "old" };
  const library = libraryOf({ card, graph: tiny.graph });
  await expect(runNode(mapping, library, { z: latent("old", known.z) })).rejects.toMatchObject({
    message: "old is a traditional generator: it has no mapping network",
    cure: "Wire z into projectLatent or generate instead.",
  });
});
