import { expect, test } from "vitest";
import { dissection } from "../../../engine/gan/dissectJson.ts";
import { dissectTable } from "../../../nodes/data/dissectTable.ts";
import { libraryOf, runNode } from "../workbench.ts";

const iou = [
  [0.1, 0.3],
  [0.5, 0.1],
];
const scores = {
  generator: "g",
  layer: "16x16",
  quantile: 0.99,
  thresholds: [1, 1],
  concepts: ["sky", "tree"],
  iou,
};
const json = JSON.stringify(dissection({ type: "scores", ...scores }, 0.04));

test("reads a dissection back as a table that viewUnits and viewChart take", async () => {
  const { table } = await runNode(dissectTable, libraryOf(), {}, { json });
  expect(table).toEqual({
    type: "table",
    columns: ["unit", "sky", "tree"],
    rows: [
      [0, 0.1, 0.3],
      [1, 0.5, 0.1],
    ],
  });
});

test("says at its text what is wrong, and what to do", async () => {
  await expect(runNode(dissectTable, libraryOf(), {}, { json: "{" })).rejects.toMatchObject({
    port: "json",
    message: "not JSON: the text ends too early",
    cure: "Paste the text of a dissect.json, or of its rankings.",
  });
  await expect(runNode(dissectTable, libraryOf(), {}, { json, metric: "ace" })).rejects.toMatchObject({
    message: "there are no rankings by ace",
    cure: "The file has iou.",
  });
});
