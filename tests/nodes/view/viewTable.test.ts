import { describe, expect, test } from "vitest";
import type { Context, ParamValues } from "../../../engine/node.ts";
import type { Table } from "../../../engine/values.ts";
import { viewTable } from "../../../nodes/view/viewTable.ts";

const table: Table = {
  type: "table",
  columns: ["concept", "effect"],
  rows: [
    ["tree", -5.2],
    ["sky", 7.2],
    ["door", null],
    ["roof", Number.NaN],
    ["cloud", "none"],
    ["grass", -5.2],
  ],
};

function names(params: ParamValues): unknown[] {
  const view = viewTable.show?.({ table }, { sort: "", descending: true, rows: 0, ...params }, {} as Context);
  if (!view || !("kind" in view) || view.kind !== "table") throw new Error("expected a table");
  return view.table.rows.map(([name]) => name);
}

describe("viewTable", () => {
  test("leaves rows as they come without a column to sort by", () => {
    expect(names({})).toEqual(["tree", "sky", "door", "roof", "cloud", "grass"]);
  });

  test("sorts numbers by size, texts after them and empty cells last, either way, equal ones as they came", () => {
    expect(names({ sort: "effect" })).toEqual(["sky", "tree", "grass", "cloud", "door", "roof"]);
    expect(names({ sort: "effect", descending: false })).toEqual([
      "tree",
      "grass",
      "sky",
      "cloud",
      "door",
      "roof",
    ]);
    expect(names({ sort: "concept", descending: false })[0]).toBe("cloud");
  });

  test("takes the first rows after sorting, and does not change its input", () => {
    expect(names({ sort: "effect", rows: 2 })).toEqual(["sky", "tree"]);
    expect(table.rows[0]).toEqual(["tree", -5.2]);
  });

  test("names the columns where the one to sort by is not there", () => {
    expect(() => names({ sort: "effekt" })).toThrow("the table has no column effekt");
  });
});
