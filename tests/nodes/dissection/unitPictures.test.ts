import { describe, expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Image, Table, Units } from "../../../engine/values.ts";
import { viridis } from "../../../engine/viridis.ts";
import { segmentationStatistics } from "../../../nodes/dissection/segmentationStatistics.ts";
import { unitHeatmap } from "../../../nodes/dissection/unitHeatmap.ts";
import { unitStatistics } from "../../../nodes/dissection/unitStatistics.ts";
import { features, libraryOf, numbersOf, reduceNode, runNode, segmentation } from "../workbench.ts";

const maps = features("tiny", "1x2", { shape: [1, 2, 1, 2], data: [0, 4, 2, 6] });
const image: Image = { type: "image", tensor: tensor([1, 3, 1, 2], new Float32Array(6).fill(-1)) };
const units = (list: readonly number[]): Units => ({
  type: "units",
  generator: "tiny",
  layer: "1x2",
  units: list,
});
const heat = async (list: readonly number[], params: object = {}) =>
  (
    await numbersOf(
      (
        await runNode(unitHeatmap, libraryOf(), { image, features: maps, units: units(list) }, { ...params })
      ).image,
    )
  ).data;

describe("unitHeatmap", () => {
  test("lays the mean map of the units over the picture, from its least to its greatest value", async () => {
    const data = await heat([0, 1], { opacity: 1 });
    const [low, high] = [viridis(0), viridis(1)];
    for (const channel of [0, 1, 2] as const) {
      expect(data[channel * 2]).toBeCloseTo(low[channel] / 127.5 - 1, 5);
      expect(data[channel * 2 + 1]).toBeCloseTo(high[channel] / 127.5 - 1, 5);
    }
  });

  test("leaves the picture at opacity 0", async () => {
    expect([...(await heat([1], { opacity: 0 }))]).toEqual(new Array(6).fill(-1));
  });

  test("refuses an empty set", async () => {
    await expect(heat([])).rejects.toThrow("the set of units is empty");
  });
});

test("unitStatistics sums each unit up over samples and positions", async () => {
  const two = features(null, null, { shape: [2, 1, 1, 2], data: [-1, 3, 0, 2] });
  const { columns, rows } = (
    await reduceNode(
      unitStatistics,
      libraryOf(),
      { features: two },
      {},
      { chunk: 1, merged: (s) => s.toReversed() },
    )
  ).table as Table;
  expect(columns).toEqual(["unit", "mean", "deviation", "least", "greatest", "active"]);
  expect(rows).toEqual([[0, 1, Math.sqrt(2.5), -1, 3, 0.5]]);
});

test("segmentationStatistics gives each concept's share, its error, and the share of samples that show it", async () => {
  const ids = segmentation({ shape: [2, 1, 2], data: [0, 1, 1, 1] }, ["sky", "tree", "door"]);
  const { rows } = (
    await reduceNode(
      segmentationStatistics,
      libraryOf(),
      { segmentation: ids },
      {},
      { chunk: 1, merged: (s) => s },
    )
  ).table as Table;
  expect(rows).toEqual([
    ["sky", 0.25, 0.25, 0.5],
    ["tree", 0.75, 0.25, 1],
    ["door", 0, 0, 0],
  ]);
});
