import { describe, expect, test } from "vitest";
import type { Table } from "../../../engine/values.ts";
import { causalEffect } from "../../../nodes/dissection/causalEffect.ts";
import known from "../known/causal-effect.json" with { type: "json" };
import { libraryOf, reduceNode, segmentation } from "../workbench.ts";

const models = libraryOf();
const { classes, before, after, fractionBefore, fractionAfter, effect, relative } = known;
const named = (ids: typeof before) => ({ ...segmentation(ids, classes), ignore: [0] });
const table = async (inputs: object = {}, options = {}) => {
  const given = { before: named(before), after: named(after), ...inputs };
  return (await reduceNode(causalEffect, models, given, {}, options)).effect as Table;
};

test("is each concept's share after less that before, as in the paper", async () => {
  const { columns, rows } = await table({}, { chunk: 3 });
  expect(columns).toEqual(["concept", "before", "after", "effect", "relative", "error"]);
  expect(rows.map(([concept]) => concept)).toEqual(["sky", "tree", "door"]);
  for (const [index, row] of rows.entries()) {
    const wanted = [fractionBefore, fractionAfter, effect, relative].map(({ data }) => data[index + 1] ?? 0);
    for (const [column, value] of wanted.entries()) expect(row[column + 1]).toBeCloseTo(value, 6);
  }
});

test("says how sure it is: the standard error of the change over the samples", async () => {
  const { rows } = await table();
  const share = (ids: typeof before, sample: number, id: number) =>
    ids.data.slice(sample * 256, (sample + 1) * 256).filter((value) => value === id).length / 256;
  const changes = [0, 1, 2, 3].map((sample) => share(after, sample, 2) - share(before, sample, 2));
  const mean = changes.reduce((sum, value) => sum + value, 0) / 4;
  const variance = changes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3;
  expect(rows[1]?.[5]).toBeCloseTo(Math.sqrt(variance / 4), 9);
});

test("is the same merged in any order", async () => {
  const merged = (states: unknown[]) => states.toReversed();
  const [whole, parts] = [await table(), await table({}, { chunk: 1, merged })];
  for (const [index, row] of whole.rows.entries())
    for (const [column, value] of row.entries())
      if (typeof value === "number") expect(parts.rows[index]?.[column]).toBeCloseTo(value, 12);
});

describe("a concept that was not there before", () => {
  test("has no relative effect, and one sample no error", async () => {
    const one = (data: number[]) => segmentation({ shape: [1, 1, 2], data });
    const { rows } = await table({ before: one([1, 0]), after: one([2, 0]) });
    expect(rows).toEqual([
      ["1", 0.5, 0, -0.5, -1, null],
      ["2", 0, 0.5, 0.5, null, null],
    ]);
  });
});

test("refuses segmentations by different models", async () => {
  const other = segmentation(after, ["none", "sky"]);
  await expect(table({ after: other })).rejects.toThrow("before and after differ in classes: 4 and 2");
});
