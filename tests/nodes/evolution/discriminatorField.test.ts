import { expect, test } from "vitest";
import type { HostTensor } from "../../../engine/tensor.ts";
import { viridis } from "../../../engine/viridis.ts";
import { discriminatorField } from "../../../nodes/evolution/discriminatorField.ts";
import { noModels } from "../../engine/toys.ts";
import { runNode } from "../workbench.ts";
import { bells, imagesEvolution, pointsEvolution } from "./evolutionFixture.ts";

async function field(params: Readonly<Record<string, unknown>>, run = pointsEvolution()) {
  const outputs = await runNode(discriminatorField, noModels, { evolution: run }, params);
  const { image, field: mask } = outputs as Record<string, { tensor: HostTensor }>;
  if (!image || !mask) throw new Error("expected both outputs");
  return { image: image.tensor, field: mask.tensor };
}

/** One bell at (1, 1): the upper right. */
const corner = pointsEvolution({ discriminator: bells({ centres: [[1, 1]], sigma: 0.1 }, 0.5) });

test("is the sigmoid of the logits at the middles of cells, row 0 with the largest y", async () => {
  const { field: mask } = await field({ size: 8, extent: 2 }, corner);
  expect(mask.shape).toEqual([1, 8, 8]);
  const at = (row: number, column: number) => mask.data[8 * row + column] ?? 0;
  // The middle of cell (row 1, column 6) is (1.25, 1.25).
  const bell = Math.exp(-(2 * 0.25 ** 2) / (2 * 0.5 ** 2));
  expect(at(1, 6)).toBeCloseTo(1 / (1 + Math.exp(1.6 - bell)), 5);
  expect(at(6, 1)).toBeCloseTo(1 / (1 + Math.exp(1.6)), 5);
});

test("is coloured in viridis from 0 to 1", async () => {
  const { image, field: mask } = await field({ size: 8 });
  expect(image.shape).toEqual([1, 3, 8, 8]);
  const colour = [0, 1, 2].map((channel) => Math.round(((image.data[64 * channel] ?? 0) + 1) * 127.5));
  expect(colour).toEqual(viridis(mask.data[0] ?? 0));
});

test("fits the data where no extent is given", async () => {
  const [fitted, given] = [await field({ size: 16 }), await field({ size: 16, extent: 1.3 * Math.SQRT2 })];
  for (const [at, level] of fitted.field.data.entries())
    expect(level).toBeCloseTo(given.field.data[at] ?? 0, 4);
});

test("refuses a run that makes pictures", async () => {
  await expect(field({}, imagesEvolution())).rejects.toThrow("this run makes pictures");
});
