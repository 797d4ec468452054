import { afterAll, expect, test, vi } from "vitest";
import type { NumberValue, Scores, Table } from "../../engine/values.ts";
import { Sample, wasm } from "./sampleGraph.ts";

vi.setConfig({ testTimeout: 120_000 });

afterAll(async () => (await wasm()).close());

/** Rows of a causal effect by concept: shares before and after, their difference, and that over the share before. */
async function effects(sample: Sample, node: string) {
  const { rows } = (await sample.output(`${node}.effect`)) as Table;
  return new Map(
    rows.map(([concept, before, after, effect, relative]) => [
      String(concept),
      { before: Number(before), after: Number(after), effect: Number(effect), relative: Number(relative) },
    ]),
  );
}

const dissected = (name: string) => new Sample(name).set("zStudy.count=128", "z.count=48");

test("07: units of one layer stand for most of what a scene can hold", async () => {
  const scores = (await new Sample("07-what-a-layer-knows.json")
    .set("z.count=128")
    .output("iou.scores")) as Scores;
  expect(scores).toMatchObject({ layer: "16x16 b", quantile: 0.99 });
  const best = scores.concepts.map((_, id) => Math.max(...scores.iou.map((row) => row[id] ?? 0)));
  expect(best.filter((iou) => iou > 0.04).length).toBeGreaterThanOrEqual(7);
  const units = scores.iou.filter((row) => Math.max(...row) > 0.04);
  expect(units.length).toBeGreaterThan(scores.iou.length / 4);
});

test("08: without its units most of the trees are gone, and the rest stays", async () => {
  const found = await effects(dissected("08-remove-the-trees.json"), "effect");
  expect(found.get("tree")?.relative).toBeLessThan(-0.5);
  for (const concept of ["sky", "grass", "building", "water"])
    expect(Math.abs(found.get(concept)?.relative ?? 1), concept).toBeLessThan(0.25);
});

test("09: doors come where they fit, on walls, and none in the sky", async () => {
  // All 96 units take a minute: these are the ten that come first of them.
  const units = "doors.units=6, 11, 12, 22, 25, 27, 28, 42, 45, 52";
  const sample = new Sample("09-where-doors-fit.json").set("zStudy.count=64", "z.count=32", units);
  const [walls, sky] = [await effects(sample, "effectWalls"), await effects(sample, "effectSky")];
  expect(walls.get("door")?.relative).toBeGreaterThan(0.2);
  expect(sky.get("door")?.relative).toBeLessThan(0.05);
});

test("10: without the units that rank first other pictures come nearer to the real ones, without any others not", async () => {
  const fewer = ["zStudy", "scenes"].map((id) => `${id}.count=48`);
  const measured = ["z", "others"].map((id) => `${id}.count=200`);
  const sample = new Sample("10-artifact-units.json").set(...fewer, ...measured, "rank.units=30, 76");
  const of = async (node: string) => ((await sample.output(`${node}.distance`)) as NumberValue).value;
  const before = await of("distance");
  expect(await of("distanceAfter")).toBeLessThan(0.9 * before);
  expect(await of("distanceAny")).toBeGreaterThan(0.95 * before);
});

test("11: a traditional generator's layer stands for what it shows; without its tree units the rest stays", async () => {
  const sample = dissected("11-a-traditional-generator.json");
  const scores = (await sample.output("iou.scores")) as Scores;
  const best = scores.concepts.map((_, id) => Math.max(...scores.iou.map((row) => row[id] ?? 0)));
  expect(best.filter((iou) => iou > 0.04).length).toBeGreaterThanOrEqual(7);
  const found = await effects(sample, "effect");
  expect(found.get("tree")?.relative).toBeLessThan(-0.6);
  for (const concept of ["sky", "grass", "building", "roof", "water"])
    expect(Math.abs(found.get(concept)?.relative ?? 1), concept).toBeLessThan(0.2);
});

test("12: units that stand for trees do so under other styles, and take them out there too", async () => {
  const sample = new Sample("12-style-or-structure.json").set("zA.count=96", "zB.count=96");
  const found = await effects(sample, "effect");
  expect(found.get("tree")?.relative).toBeLessThan(-0.25);
});
