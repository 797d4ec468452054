import { defineNode, Fault, param, port } from "../../engine/node.ts";
import type { Table } from "../../engine/values.ts";

export const viewTable = defineNode({
  title: "View table",
  doc: "Shows a table, its rows in the order of one column where you name one; numbers stand by size, texts by letters, empty cells last.",
  synonyms: ["show", "rows", "columns", "csv", "spreadsheet", "sort", "list", "numbers"],
  icon: "table-2",
  inputs: { table: port("table", "Rows under named columns") },
  params: {
    sort: param.text("", "The column that the rows follow; empty leaves them as they come."),
    descending: param.flag(true, "Largest first."),
    rows: param.integer(0, "Rows shown and written, from the top; 0 takes all.", { min: 0 }),
  },
  outputs: {},
  show({ table }, { sort, descending, rows: limit }) {
    const rows = sort === "" ? table.rows : sorted(table, sort, descending);
    const shown = limit > 0 ? rows.slice(0, limit) : rows;
    return { kind: "table", table: { ...table, rows: shown }, sort: { column: sort, descending } };
  },
});

type Row = Table["rows"][number];

/** Rows with equal cells keep their order. */
function sorted({ columns, rows }: Table, name: string, descending: boolean): Row[] {
  const at = columns.indexOf(name);
  if (at < 0)
    throw new Fault(`the table has no column ${name}`, {
      port: "sort",
      cure: `Its columns are ${columns.join(", ")}.`,
    });
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [first, second] = [a[at] ?? null, b[at] ?? null];
    const gap = rank(first) - rank(second);
    if (gap !== 0 || first === null || second === null || first === second) return gap;
    return first < second ? -sign : sign;
  });
}

/** Numbers before texts before what is empty or no number, whichever way the column runs. */
function rank(cell: string | number | null): number {
  if (cell === null || Number.isNaN(cell)) return 2;
  return typeof cell === "number" ? 0 : 1;
}
