import { expect, test } from "vitest";
import type { Scores } from "../../../engine/values.ts";
import { selectUnits } from "../../../nodes/dissection/selectUnits.ts";
import { libraryOf, runNode } from "../workbench.ts";

const scores: Scores = {
  type: "scores",
  generator: "tiny",
  layer: "8x8",
  quantile: 0.99,
  thresholds: [1, 1, 1, 1],
  concepts: ["tree", "sky"],
  iou: [
    [0.1, 0],
    [0.3, 0.02],
    [0.04, 0.5],
    [0.3, 0],
  ],
};
const select = async (params: object) =>
  (await runNode(selectUnits, libraryOf(), { scores }, { ...params })).units;

test("takes the best first, equal ones by number, none below the least IoU", async () => {
  expect(await select({})).toEqual({ type: "units", generator: "tiny", layer: "8x8", units: [1, 3, 0, 2] });
  expect(await select({ count: 2 })).toMatchObject({ units: [1, 3] });
  expect(await select({ minIoU: 0.05 })).toMatchObject({ units: [1, 3, 0] });
});

test("gives an empty set where no unit agrees", async () => {
  expect(await select({ minIoU: 0.9 })).toMatchObject({ units: [] });
});

test("refuses a concept that the scores lack, and names those they have", async () => {
  await expect(select({ concept: "door" })).rejects.toMatchObject({
    message: 'the scores have no concept "door"',
    port: "concept",
    cure: "Choose one of tree, sky.",
  });
});
