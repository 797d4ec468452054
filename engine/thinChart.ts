import type { Chart } from "./chart.ts";
import { thinByExtremes } from "./gan/thin.ts";

/** Numbers of a line that are sent to a page: more than it has pixels across. */
const most = 2048;

/** A chart with lines no longer than a page draws; peaks stay. Others are small, and stay as they are. */
export function thinChart(chart: Chart): Chart {
  if (chart.kind !== "lines") return chart;
  const panels = chart.panels.map((panel) => ({
    ...panel,
    lines: panel.lines.map((line) => {
      if (line.values.length <= most) return line;
      const { at, values } = thinByExtremes(line.values, most);
      return { ...line, at: at.map((place) => line.at[Math.round(place) - 1] as number), values };
    }),
  }));
  return { ...chart, panels };
}
