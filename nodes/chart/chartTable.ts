import type { Chart, LineChart, ShareChart } from "../../engine/chart.ts";
import type { Table } from "../../engine/values.ts";
import { shareStretches, stretchWords } from "./shareStretches.ts";

/** The numbers of a chart as a table, for CSV. */
export function chartTable(chart: Chart): Table {
  switch (chart.kind) {
    case "concepts":
      return {
        type: "table",
        columns: ["concept", "unit", "iou"],
        rows: chart.concepts.flatMap(({ concept, units }) =>
          units.map(({ unit, iou }) => [concept, unit, iou]),
        ),
      };
    case "bars": {
      const { label, value, error, bars } = chart;
      const rest = error === null ? [] : [error];
      return {
        type: "table",
        columns: [label, value, ...rest],
        rows: bars.map((bar) => [bar.label, bar.value, ...rest.map(() => bar.error)]),
      };
    }
    case "heat":
      return {
        type: "table",
        columns: [chart.row, ...chart.columns],
        rows: chart.rows.map((name, at) => [name, ...(chart.cells[at] ?? [])]),
      };
    case "lines":
      return linesTable(chart);
    case "shares":
      return winnersTable(chart);
  }
}

/** A row a step that any line has a number at, a column a line; several panels of the same names say which. */
function linesTable({ x, panels }: LineChart): Table {
  const lines = panels.flatMap(({ y, lines: own }) =>
    own.map((line) => ({ ...line, column: own.length === 1 ? y : `${y} ${line.name}` })),
  );
  const rows = new Map<number, (number | null)[]>();
  for (const [column, { at, values }] of lines.entries())
    for (let i = 0; i < at.length; i++) {
      const step = at[i] as number;
      const row = rows.get(step) ?? lines.map(() => null);
      const value = values[i] as number;
      row[column] = Number.isFinite(value) ? Number(value.toPrecision(7)) : null;
      rows.set(step, row);
    }
  return {
    type: "table",
    columns: [x, ...lines.map(({ column }) => column)],
    rows: [...rows].sort(([a], [b]) => a - b).map(([step, row]) => [step, ...row]),
  };
}

/** A row a step, a column a winner, best first. */
function winnersTable({ x, names, winners, each }: ShareChart): Table {
  const steps = Math.floor(winners.length / each);
  const name = (at: number) => names[winners[at] ?? -1] ?? null;
  return {
    type: "table",
    columns: [x, ...Array.from({ length: each }, (_, i) => (each === 1 ? "survivor" : `survivor ${i + 1}`))],
    rows: Array.from({ length: steps }, (_, step) => [
      step + 1,
      ...Array.from({ length: each }, (_, i) => name(step * each + i)),
    ]),
  };
}

/** What a mark of the drawn chart stands for, as one line: the mark's place in the first series. */
export function markWords(chart: Chart, mark: number): string {
  if (chart.kind === "lines") return "";
  if (chart.kind === "shares") {
    const stretch = shareStretches(chart)[mark];
    return stretch ? stretchWords(chart, stretch) : "";
  }
  const { columns, rows } = chartTable(chart);
  if (chart.kind === "heat") {
    const across = chart.columns.length;
    const [at, column] = [Math.floor(mark / across), mark % across];
    const value = chart.cells[at]?.[column];
    return `${chart.row} ${chart.rows[at] ?? ""}, ${chart.columns[column] ?? ""}: ${value ?? "none"}`;
  }
  const row = rows[mark] ?? [];
  const [first = "", ...others] = row;
  return [String(first), ...others.map((value, at) => `${columns[at + 1]} ${value ?? "none"}`)].join(", ");
}
