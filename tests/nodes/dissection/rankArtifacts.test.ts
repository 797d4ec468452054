import { expect, test } from "vitest";
import type { NumberValue, Segmentation, Table, Units } from "../../../engine/values.ts";
import { rankArtifacts } from "../../../nodes/dissection/rankArtifacts.ts";
import { segment } from "../../../nodes/dissection/segment.ts";
import { segmentationDistance } from "../../../nodes/dissection/segmentationDistance.ts";
import { unitMask } from "../../../nodes/dissection/unitMask.ts";
import { generate } from "../../../nodes/generator/generate.ts";
import { resume } from "../../../nodes/generator/resume.ts";
import { gaussian } from "../arrays.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { latent, libraryOf, reduceNode, runNode, segmentation } from "../workbench.ts";

const models = libraryOf(traditionalGenerator(), tinySegmenter());
const model = "tiny-segmenter";

/** What the pictures of some latents show, and their features. */
async function seen(seed: number) {
  const z = latent("dcgan", gaussian(seed, 12, 4));
  const made = await runNode(generate, models, { z }, { generator: "dcgan", tap: "4x4" });
  const { segmentation: ids } = await runNode(segment, models, { image: made.image }, { model });
  return { features: made.features, ids: ids as Segmentation };
}

test("ranks each unit by the distance without it, the nearest first, as masking and measuring by hand does", async () => {
  const [{ features }, { ids: real }] = [await seen(5), await seen(6)];
  const made = await reduceNode(rankArtifacts, models, { features, real }, { model, count: 2 });
  const { columns, rows } = made.table as Table;
  expect(columns).toEqual(["unit", "before", "after", "effect", "relative"]);
  expect(rows.map(([unit]) => unit).sort()).toEqual([0, 1, 2, 3, 4]);
  const distances = rows.map((row) => row[2] as number);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(new Set(distances).size).toBe(5);

  for (const [unit, , after] of rows as number[][]) {
    const edited = await runNode(unitMask, models, { features }, { units: String(unit) });
    const { image } = await runNode(resume, models, { features: edited.features });
    const { segmentation: a } = await runNode(segment, models, { image }, { model });
    const { distance } = await reduceNode(segmentationDistance, models, { a, b: real });
    expect(after).toBeCloseTo((distance as NumberValue).value, 9);
  }
});

test("hands on none but units whose ablation brings the pictures nearer", async () => {
  const { features, ids } = await seen(5);
  const same = await reduceNode(rankArtifacts, models, { features, real: ids }, { model });
  expect((same.table as Table).rows[0]?.[1]).toBeCloseTo(0, 9);
  expect((same.units as Units).units).toEqual([]);

  const { ids: real } = await seen(6);
  const made = await reduceNode(
    rankArtifacts,
    models,
    { features, real },
    { model, units: "1, 3", count: 5 },
  );
  const rows = (made.table as Table).rows as number[][];
  expect(rows).toHaveLength(2);
  const nearer = rows.filter(([, before = 0, after = 0]) => after < before).map(([unit]) => unit);
  expect(made.units).toMatchObject({ generator: "dcgan", layer: "4x4", units: nearer });
});

test("refuses pictures that another model named, with a reason", async () => {
  const { features } = await seen(5);
  const real = segmentation({ shape: [12, 8, 8], data: new Array(12 * 64).fill(0) }, ["one", "two"]);
  await expect(reduceNode(rankArtifacts, models, { features, real }, { model })).rejects.toMatchObject({
    message: "real and model differ in classes: 2 and 3",
  });
});
