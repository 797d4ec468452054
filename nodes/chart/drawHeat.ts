import type { HeatChart } from "../../engine/chart.ts";
import { viridis } from "../../engine/viridis.ts";
import { caption, type Drawing, rowLabels, space } from "./drawing.ts";
import type { Inks } from "./inks.ts";
import { font, speaker, widest, widthOf } from "./texts.ts";

/** A line of 11 px needs this. */
const line = 14;
const longest = 96;

/** A cell a row and column in viridis, from 0 or the least number to the largest; empty where there is no number. */
export function drawHeat(chart: HeatChart, inks: Inks, width: number): Drawing {
  const { rows, columns, cells, highlight } = chart;
  const left = space.side + space.gap + Math.min(longest, width / 3, widest(rows));
  const each = (width - left - space.side) / Math.max(1, columns.length);
  const upright = widest(columns) > each - 2;
  const names = Math.min(longest, upright ? widest(columns) : line) + space.gap;
  const tall = rows.length <= 32 ? line : rows.length <= 64 ? 8 : 4;
  const height = tall * Math.max(1, rows.length);
  const top = space.caption + names;
  const scale = scaleOf(cells);
  return {
    height: top + height + space.foot,
    option: {
      grid: { left, right: space.side, top, height },
      xAxis: {
        ...rowLabels(columns, longest, highlight, inks),
        inverse: false,
        position: "top",
        axisLabel: {
          ...rowLabels(columns, upright ? longest : Math.max(1, each), highlight, inks).axisLabel,
          interval: every(columns.length, each, upright ? line : 0),
          rotate: upright ? 90 : 0,
          margin: 4,
        },
      },
      yAxis: {
        ...rowLabels(rows, left - space.side - space.gap, "", inks),
        axisLabel: {
          ...rowLabels(rows, left - space.side - space.gap, "", inks).axisLabel,
          interval: every(rows.length, tall, line),
          color: inks.text2,
        },
      },
      graphic: [caption(title(chart), inks)],
      visualMap: legend(scale, inks, width),
      series: [
        {
          type: "heatmap",
          data: cells.flatMap((row, at) => row.map((value, column) => [column, at, value ?? "-"])),
          itemStyle: { borderWidth: 0 },
          progressive: 0,
        },
      ],
    },
  };
}

/** How many labels to leave out after each, so that those of `size` px fit into steps of `each` px. */
const every = (count: number, each: number, size: number): number =>
  count === 0 ? 0 : Math.max(0, Math.ceil(size / each) - 1);

function scaleOf(cells: HeatChart["cells"]): { from: number; to: number } {
  const numbers = cells.flat().filter((value): value is number => value !== null && Number.isFinite(value));
  const from = numbers.reduce((least, value) => Math.min(least, value), 0);
  const to = numbers.reduce((most, value) => Math.max(most, value), 0);
  return { from, to: to > from ? to : from + 1 };
}

function title({ rows, columns, row, value }: HeatChart): string {
  const counted = `${rows.length} ${row}${rows.length === 1 || row.endsWith("s") ? "" : "s"} × ${columns.length}`;
  return value === "" ? counted : `${value}, ${counted}`;
}

function legend({ from, to }: { from: number; to: number }, inks: Inks, width: number) {
  const say = speaker([from, to]);
  const texts = [say(to), say(from)];
  const shown = width >= 200 + texts.reduce((sum, text) => sum + widthOf(text), 0);
  return {
    type: "continuous" as const,
    show: shown,
    min: from,
    max: to,
    orient: "horizontal" as const,
    top: 4,
    right: space.side,
    padding: 0,
    itemWidth: 8,
    itemHeight: 64,
    textGap: 6,
    text: texts,
    textStyle: { ...font, color: inks.text3 },
    inRange: { color: Array.from({ length: 9 }, (_, step) => `rgb(${viridis(step / 8).join(",")})`) },
  };
}
