import { describe, expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Mask, Table } from "../../../engine/values.ts";
import { causalEffect } from "../../../nodes/dissection/causalEffect.ts";
import { rankUnits } from "../../../nodes/dissection/rankUnits.ts";
import { segment } from "../../../nodes/dissection/segment.ts";
import { unitMask } from "../../../nodes/dissection/unitMask.ts";
import { generate } from "../../../nodes/generator/generate.ts";
import { resume } from "../../../nodes/generator/resume.ts";
import { distance } from "../../expectClose.ts";
import { gaussian } from "../arrays.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { latent, libraryOf, numbersOf, reduceNode, runNode, thresholds } from "../workbench.ts";

const models = libraryOf(traditionalGenerator(), tinySegmenter());
const z = latent("dcgan", gaussian(5, 6, 4));
const model = "tiny-segmenter";
const tapped = () => runNode(generate, models, { z }, { generator: "dcgan", tap: "4x4" });

test("resume gives the picture of the whole generator from the features on", async () => {
  const { image, features } = await tapped();
  const resumed = await runNode(resume, models, { features });
  expect(distance((await numbersOf(resumed.image)).data, (await numbersOf(image)).data)).toBeLessThan(1e-5);
});

test("ranks each unit by what its ablation alone does, the unit that removes most first", async () => {
  const { features, image } = await tapped();
  const params = { model, concept: "red", count: 2 };
  const made = await reduceNode(rankUnits, models, { features }, params);
  const { columns, rows } = made.table as Table;
  expect(columns).toEqual(["unit", "before", "after", "effect", "relative", "error"]);
  expect(rows).toHaveLength(5);
  const effects = rows.map((row) => row[3] as number);
  expect(effects).toEqual([...effects].sort((a, b) => a - b));
  expect(new Set(effects).size).toBeGreaterThan(1);
  expect(made.units).toMatchObject({
    generator: "dcgan",
    layer: "4x4",
    units: rows.slice(0, 2).map(([unit]) => unit),
  });

  const [unit, , after, effect] = rows[0] as number[];
  const edited = await runNode(unitMask, models, { features }, { units: String(unit) });
  const picture = await runNode(resume, models, { features: edited.features });
  const before = (await runNode(segment, models, { image }, { model })).segmentation;
  const now = (await runNode(segment, models, { image: picture.image }, { model })).segmentation;
  const table = (await reduceNode(causalEffect, models, { before, after: now })).effect as Table;
  expect(table.rows[0]?.[2]).toBeCloseTo(after ?? 0, 9);
  expect(table.rows[0]?.[3]).toBeCloseTo(effect ?? 0, 9);
});

test("ranks each unit by what inserting it into a region does, the unit that adds most first", async () => {
  const { features } = await tapped();
  const left: Mask = { type: "mask", tensor: tensor([1, 2, 2], Float32Array.of(1, 0, 1, 0)) };
  const levels = thresholds([30, -30, 5, 40, -10]);
  const params = { model, concept: "red", mode: "insert", count: 1 } as const;
  const made = await reduceNode(rankUnits, models, { features, region: left, levels }, params);
  const { rows } = made.table as Table;
  const effects = rows.map((row) => row[3] as number);
  expect(effects).toEqual([...effects].sort((a, b) => b - a));
  expect(new Set(effects).size).toBeGreaterThan(1);

  const [unit, , after] = rows[0] as number[];
  const edit = { mode: "insert", units: String(unit) } as const;
  const edited = await runNode(unitMask, models, { features, region: left, levels }, edit);
  const { image } = await runNode(resume, models, { features: edited.features });
  const { segmentation } = await runNode(segment, models, { image }, { model });
  const ids = (await numbersOf(segmentation)).data;
  expect(after).toBeCloseTo(ids.filter((id) => id === 0).length / ids.length, 9);
});

describe("refuses with a reason", () => {
  test("a concept that the segmenter lacks", async () => {
    const { features } = await tapped();
    await expect(
      reduceNode(rankUnits, models, { features }, { model, concept: "tree" }),
    ).rejects.toMatchObject({
      message: 'there is no concept "tree"',
      cure: "Choose one of red, green, blue.",
    });
  });

  test("features that left no layer", async () => {
    const { features } = await tapped();
    const fed = { ...features, layer: null };
    await expect(runNode(resume, models, { features: fed as never })).rejects.toMatchObject({
      port: "features",
    });
  });
});
