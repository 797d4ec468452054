import type { Chart } from "../../engine/chart.ts";
import type { Table } from "../../engine/values.ts";

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
  }
}

/** What a mark of the drawn chart stands for, as one line: the mark's place in the first series. */
export function markWords(chart: Chart, mark: number): string {
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
