import type { BarChart, HeatChart } from "../../engine/chart.ts";
import { Fault } from "../../engine/node.ts";
import type { Table } from "../../engine/values.ts";

interface Wanted {
  readonly value: string;
  readonly label: string;
  readonly error: string;
  readonly highlight: string;
  readonly rows: number;
}

type Cell = Table["rows"][number][number];

/** A bar a row of a table, in its order. Throws Fault where a column that is named is not there or holds texts. */
export function barChart(table: Table, wanted: Wanted): BarChart {
  const label = labelColumn(table, wanted.label);
  const value = valueColumn(table, wanted.value, label);
  const error = errorColumn(table, wanted, value);
  const rows = wanted.rows > 0 ? table.rows.slice(0, wanted.rows) : table.rows;
  return {
    kind: "bars",
    label: table.columns[label] ?? "",
    value: table.columns[value] ?? "",
    error: error === null ? null : (table.columns[error] ?? null),
    bars: rows.map((row) => ({
      label: String(row[label] ?? ""),
      value: numberOf(row[value]),
      error: error === null ? null : numberOf(row[error]),
    })),
    highlight: wanted.highlight,
  };
}

/** A row a row of a table, a column for each of its columns of numbers. */
export function heatOfTable(table: Table, wanted: Wanted): HeatChart {
  const label = labelColumn(table, wanted.label);
  const places = table.columns.flatMap((_, at) => (at !== label && isNumeric(table, at) ? [at] : []));
  if (places.length === 0) throw noNumbers(table);
  const rows = wanted.rows > 0 ? table.rows.slice(0, wanted.rows) : table.rows;
  return {
    kind: "heat",
    row: table.columns[label] ?? "row",
    value: "",
    rows: rows.map((row) => String(row[label] ?? "")),
    columns: places.map((at) => table.columns[at] ?? ""),
    cells: rows.map((row) => places.map((at) => numberOf(row[at]))),
    highlight: wanted.highlight,
  };
}

function labelColumn(table: Table, name: string): number {
  if (name !== "") return columnAt(table, name, "label");
  const texts = table.columns.findIndex((_, at) => table.rows.some((row) => typeof row[at] === "string"));
  return Math.max(0, texts);
}

function valueColumn(table: Table, name: string, label: number): number {
  const at =
    name !== ""
      ? columnAt(table, name, "value")
      : [table.columns.indexOf("effect"), ...table.columns.keys()].find(
          (column) => column >= 0 && column !== label && isNumeric(table, column),
        );
  if (at === undefined) throw noNumbers(table);
  if (isNumeric(table, at)) return at;
  throw new Fault(`column ${name} holds no numbers`, { port: "value", cure: "Name a column of numbers." });
}

/** A column called `error` belongs to the effect, or to the column that is drawn unasked. */
function errorColumn(table: Table, { value: asked, error }: Wanted, value: number): number | null {
  if (error !== "") return columnAt(table, error, "error");
  const at = table.columns.indexOf("error");
  return at >= 0 && at !== value && (asked === "" || asked === "effect") ? at : null;
}

function columnAt({ columns }: Table, name: string, port: string): number {
  const at = columns.indexOf(name);
  if (at >= 0) return at;
  throw new Fault(`the table has no column ${name}`, {
    port,
    cure: `Its columns are ${columns.join(", ")}.`,
  });
}

const isNumeric = ({ rows }: Table, at: number): boolean =>
  !rows.some((row) => typeof row[at] === "string") &&
  (rows.length === 0 || rows.some((row) => row[at] !== null));

const noNumbers = ({ columns }: Table) =>
  new Fault(columns.length === 0 ? "the table is empty" : "the table has no column of numbers to draw", {
    port: "data",
  });

const numberOf = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);
