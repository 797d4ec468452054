import type { LineChart } from "../../engine/chart.ts";
import { thinByExtremes, thinByMean } from "../../engine/gan/thin.ts";
import { caption, type Drawing, space } from "./drawing.ts";
import type { Inks } from "./inks.ts";
import { legend, stepInk } from "./steps.ts";
import { font, widest, widthOf } from "./texts.ts";

type Panel = LineChart["panels"][number];

const panelHeight = 120;
const axisHeight = 20;
const between = 12;

/** A panel a measure, a line a name; courses longer than the chart is wide are thinned. */
export function drawLines(chart: LineChart, inks: Inks, width: number): Drawing {
  const { panels } = chart;
  const axes = panels.map(axisOf);
  const left = space.side + space.gap + widest(axes.flatMap((axis) => axis.ticks.map(axisWords(axis))));
  const names = namesOf(chart, inks);
  const room = width - 2 * space.side;
  const key = names.length > 1 ? legend(names, width - space.side, 6, inks) : { items: [], start: width };
  // Names that find no room beside the first measure stand in a line above it.
  const above = key.start < space.side + widthOf(panels[0]?.y ?? "") + space.gap ? space.caption : 0;
  const top = (at: number) => above + at * (space.caption + panelHeight + between) + space.caption;
  const bottom = top(panels.length - 1) + panelHeight + axisHeight;
  const across = room - left + space.side;
  const last = Math.max(1, ...panels.flatMap(({ lines }) => lines.map(({ at }) => at[at.length - 1] ?? 1)));
  const first = panels.some(({ lines }) => lines.some(({ at }) => at[0] === 0)) ? 0 : Math.min(1, last - 1);
  return {
    height: bottom + space.foot,
    option: {
      grid: panels.map((_, at) => ({ left, right: space.side, top: top(at), height: panelHeight })),
      xAxis: panels.map((_, at) => ({
        type: "value" as const,
        gridIndex: at,
        min: first,
        max: last,
        splitNumber: Math.max(2, Math.floor(across / 120)),
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: {
          ...font,
          show: at === panels.length - 1,
          color: inks.text3,
          showMaxLabel: true,
          hideOverlap: true,
        },
      })),
      yAxis: axes.map((axis, at) => ({
        type: "value" as const,
        gridIndex: at,
        min: axis.min,
        max: axis.max,
        interval: axis.step,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: inks.line } },
        axisLabel: { ...font, color: inks.text3, formatter: axisWords(axis) },
      })),
      graphic: [
        ...panels.map(({ y }, at) => ({ ...caption(y, inks), top: top(at) - space.caption + 6 })),
        ...key.items,
      ],
      series: panels.flatMap((panel, at) => seriesOf(panel, at, chart, inks, across)),
    },
  };
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

/** About four round steps around the numbers, or between the ends that are given. */
function axisOf({ lines, from, to }: Panel): Axis {
  let [least, most] = [from ?? Number.POSITIVE_INFINITY, to ?? Number.NEGATIVE_INFINITY];
  for (const { values } of lines)
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (!Number.isFinite(value)) continue;
      if (from === null && value < least) least = value;
      if (to === null && value > most) most = value;
    }
  if (!(least <= most)) [least, most] = [from ?? 0, to ?? (from ?? 0) + 1];
  if (least === most) [least, most] = [from ?? least - 0.5, to ?? most + 0.5];
  const rough = (most - least) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10) * power;
  const min = from ?? Math.floor(least / step + 1e-9) * step;
  const max = to ?? Math.ceil(most / step - 1e-9) * step;
  const ticks = Array.from({ length: Math.floor((max - min) / step + 1e-9) + 1 }, (_, i) => min + i * step);
  return { min, max, step, ticks };
}

/** How a number of an axis is said; a step that would stand on the largest number is left out. */
function axisWords({ step, max }: Axis): (value: number) => string {
  const digits = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  const format = new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => {
    if (value < max && max - value < 0.6 * step) return "";
    return format
      .format(value)
      .replace(/^-(?=[0.]*$)/, "")
      .replace("-", "−");
  };
}

/** The names of the first panel: all have the same. */
function namesOf({ panels, highlight }: LineChart, inks: Inks) {
  const lines = panels[0]?.lines ?? [];
  return lines.map(({ name }, at) => ({ name, ...stepInk(at, lines.length, inks, name === highlight) }));
}

function seriesOf({ lines }: Panel, panel: number, { highlight }: LineChart, inks: Inks, room: number) {
  return lines.map(({ name, at, values }, index) => {
    const { color, type } = stepInk(index, lines.length, inks, name === highlight);
    const most = Math.max(64, Math.floor(lines.length > 1 ? room / 3 : room));
    const thinned = (lines.length > 1 ? thinByMean : thinByExtremes)(values, most);
    // A thinned place counts from 1 along the course; between two places lies a step between their steps.
    const stepAt = (place: number) => {
      const low = Math.floor(place) - 1;
      const [from, to] = [at[low] as number, (at[low + 1] ?? at[low]) as number];
      return from + (place - 1 - low) * (to - from);
    };
    return {
      type: "line" as const,
      name,
      xAxisIndex: panel,
      yAxisIndex: panel,
      clip: false,
      symbol: values.length > 1 ? "none" : "circle",
      lineStyle: { color, type, width: name === highlight ? 2 : 1.25 },
      itemStyle: { color },
      data: Array.from(thinned.values, (value, i) => [
        stepAt(thinned.at[i] as number),
        Number.isFinite(value) ? value : "-",
      ]),
    };
  });
}
