import { describe, expect, test } from "vitest";
import type { Chart } from "../../../engine/chart.ts";
import type { Context, ParamValues } from "../../../engine/node.ts";
import type { Scores, Table } from "../../../engine/values.ts";
import { chartTable, markWords } from "../../../nodes/chart/chartTable.ts";
import { viewChart } from "../../../nodes/view/viewChart.ts";

const scores: Scores = {
  type: "scores",
  generator: "g",
  layer: "16x16",
  quantile: 0.99,
  thresholds: [1, 1, 1],
  concepts: ["sky", "tree"],
  iou: [
    [0.5, 0.1],
    [0.03, 0.02],
    [0.1, 0.3],
  ],
};
const effects: Table = {
  type: "table",
  columns: ["concept", "before", "after", "effect", "relative", "error"],
  rows: [
    ["tree", 0.073, 0.021, -0.052, -0.71, 0.004],
    ["sky", 0.417, 0.489, 0.072, 0.17, 0.01],
    ["door", 0, 0, 0, null, 0],
  ],
};
const defaults = Object.fromEntries(
  Object.entries(viewChart.params).map(([name, spec]) => [name, spec.default]),
);

function draw(data: Scores | Table, params: ParamValues = {}): Chart {
  const view = viewChart.show?.({ data }, { ...defaults, ...params }, {} as Context);
  if (!view || !("kind" in view) || view.kind !== "chart") throw new Error("expected a chart");
  return view.chart;
}

describe("scores", () => {
  test("are drawn as the units of each concept; those below the least IoU stand for none", () => {
    const chart = draw(scores, { highlight: "tree" });
    expect(chart).toEqual({
      kind: "concepts",
      minIoU: 0.04,
      units: 3,
      concepts: [
        { concept: "sky", units: [{ unit: 0, iou: 0.5 }] },
        { concept: "tree", units: [{ unit: 2, iou: 0.3 }] },
      ],
      highlight: "tree",
    });
    expect(chartTable(chart).rows).toEqual([
      ["sky", 0, 0.5],
      ["tree", 2, 0.3],
    ]);
    expect(markWords(chart, 1)).toBe("tree, unit 2, iou 0.3");
  });

  test("are drawn as a heat map: the best units, put together by concept", () => {
    const chart = draw(scores, { kind: "heat", rows: 2 });
    expect(chart).toMatchObject({
      row: "unit",
      rows: ["0", "2"],
      columns: ["sky", "tree"],
      cells: [
        [0.5, 0.1],
        [0.1, 0.3],
      ],
    });
    expect(markWords(chart, 3)).toBe("unit 2, tree: 0.3");
  });

  test("are drawn as the best unit of each concept where bars are asked for", () => {
    expect(draw(scores, { kind: "bars" })).toMatchObject({
      value: "iou",
      error: null,
      bars: [
        { label: "sky", value: 0.5 },
        { label: "tree", value: 0.3 },
      ],
    });
  });

  test("have the concept that is highlighted", () => {
    expect(() => draw(scores, { highlight: "dome" })).toThrow("there is no concept dome");
  });
});

describe("a table", () => {
  test("of effects is drawn as bars of its effect with its error", () => {
    const chart = draw(effects);
    expect(chart).toMatchObject({ kind: "bars", label: "concept", value: "effect", error: "error" });
    expect(chart.kind === "bars" && chart.bars[0]).toEqual({ label: "tree", value: -0.052, error: 0.004 });
    expect(chartTable(chart).columns).toEqual(["concept", "effect", "error"]);
    expect(markWords(chart, 0)).toBe("tree, effect -0.052, error 0.004");
  });

  test("gives the column that is named, empty cells without a bar", () => {
    const chart = draw(effects, { value: "relative", error: "before", rows: 3 });
    expect(chart.kind === "bars" && chart.bars.map(({ value }) => value)).toEqual([-0.71, 0.17, null]);
    expect(chart).toMatchObject({ error: "before" });
  });

  test("has errors beside its effect alone, unless a column is named", () => {
    expect(draw(effects, { value: "relative" })).toMatchObject({ error: null });
    expect(draw(effects, { value: "effect" })).toMatchObject({ error: "error" });
  });

  test("is a heat map of its columns of numbers", () => {
    expect(draw(effects, { kind: "heat" })).toMatchObject({
      rows: ["tree", "sky", "door"],
      columns: ["before", "after", "effect", "relative", "error"],
    });
  });

  test("with a row a unit and a column a concept is read as scores", () => {
    const table: Table = { type: "table", columns: ["unit", "sky"], rows: [[3, 0.2]] };
    expect(draw(table, { kind: "concepts" })).toMatchObject({ units: 4, concepts: [{ concept: "sky" }] });
  });

  test.each([
    [{ value: "effekt" }, "the table has no column effekt"],
    [{ value: "concept" }, "column concept holds no numbers"],
    [{ error: "spread" }, "the table has no column spread"],
    [{ kind: "concepts" }, "the table has no column `unit`"],
  ])("with %j is refused with the reason", (params, reason) => {
    expect(() => draw(effects, params)).toThrow(reason);
  });

  test("without numbers or columns is refused", () => {
    expect(() => draw({ type: "table", columns: ["a"], rows: [["x"]] })).toThrow("no column of numbers");
    expect(() => draw({ type: "table", columns: [], rows: [] })).toThrow("the table is empty");
  });
});
