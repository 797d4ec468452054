import type { BarChart } from "../../engine/chart.ts";
import { caption, type Drawing, rowLabels, rowNumbers, space } from "./drawing.ts";
import type { Inks } from "./inks.ts";
import { speaker, widest } from "./texts.ts";

const row = 20;
const thick = 10;
const widestLabel = 120;

/** A row a bar, from zero; an error bar reaches as far to both sides of the value as the error is large. */
export function drawBars(chart: BarChart, inks: Inks, width: number): Drawing {
  const { bars, highlight } = chart;
  const labels = bars.map(({ label }) => label);
  const numbers = numbersOf(chart, width);
  const left = space.side + space.gap + Math.min(widestLabel, width / 3, widest(labels));
  const right = space.side + 2 * space.gap + widest(numbers);
  const height = row * Math.max(1, bars.length);
  const data = bars.map(({ label, value }) => ({
    value: value ?? "-",
    itemStyle: { color: label === highlight && label !== "" ? inks.accent : inks.text2 },
  }));
  return {
    height: space.caption + height + space.foot,
    option: {
      grid: { left, right, top: space.caption, height },
      xAxis: {
        type: "value",
        ...extent(chart),
        axisLine: { show: false },
        axisLabel: { show: false },
        axisTick: { show: false },
        splitLine: { show: false },
      },
      yAxis: [
        {
          ...rowLabels(labels, left - space.side - space.gap, highlight, inks),
          axisLine: { show: true, onZero: true, lineStyle: { color: inks.text3, width: 1 } },
        },
        rowNumbers(numbers, right - space.side - space.gap, inks),
      ],
      graphic: [caption(chart.label, inks), caption(named(chart, width), inks, true)],
      series: [{ type: "bar", barWidth: thick, data }, errorBars(chart, inks)],
    },
  };
}

/** Room for every bar and error bar, with zero inside. */
function extent({ bars }: BarChart): { min: number; max: number } {
  const ends = bars.flatMap(({ value, error }) =>
    value === null ? [] : [value - (error ?? 0), value + (error ?? 0)],
  );
  const [min, max] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return min === max ? { min: 0, max: 1 } : { min, max };
}

const roomForErrors = 340;

function numbersOf({ bars, error }: BarChart, width: number): string[] {
  const say = speaker(
    bars.map(({ value }) => value),
    { signed: true },
  );
  const spread = speaker(bars.flatMap(({ value, error: each }) => (value === null ? [] : [value, each])));
  return bars.map((bar) => {
    const value = say(bar.value);
    const shown = error !== null && bar.error !== null && width >= roomForErrors;
    return shown ? `${value} ± ${spread(bar.error)}` : value;
  });
}

function named({ value, error }: BarChart, width: number): string {
  return error !== null && width >= roomForErrors ? `${value} ± ${error}` : value;
}

function errorBars({ bars }: BarChart, inks: Inks) {
  const data = bars.flatMap(({ value, error }, at) =>
    value === null || error === null || error === 0 ? [] : [[value - error, value + error, at]],
  );
  return {
    type: "custom" as const,
    data,
    renderItem: (_: unknown, api: { value(at: number): unknown; coord(at: number[]): number[] }) => {
      const at = Number(api.value(2));
      const [from = 0, y = 0] = api.coord([Number(api.value(0)), at]);
      const [to = 0] = api.coord([Number(api.value(1)), at]);
      const stroke = { fill: "none", stroke: inks.text, lineWidth: 1 };
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: "line" as const,
        shape: { x1, y1, x2, y2 },
        style: stroke,
      });
      const cap = 3;
      return {
        type: "group" as const,
        children: [line(from, y, to, y), line(from, y - cap, from, y + cap), line(to, y - cap, to, y + cap)],
      };
    },
  };
}
