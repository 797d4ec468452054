import type { ShareChart } from "../../engine/chart.ts";
import { caption, type Drawing, rowLabels, space } from "./drawing.ts";
import type { Inks } from "./inks.ts";
import { shareStretches } from "./shareStretches.ts";
import { legend, stepInk } from "./steps.ts";
import { font, widest, widthOf } from "./texts.ts";

const barsHeight = 160;
const axisHeight = 20;
const lane = 20;
/** Steps shown one by one. */
const lastSteps = 56;

/** Stretches as bars stacked to a whole; below them a lane a name with the winners of the last steps. */
export function drawShares(chart: ShareChart, inks: Inks, width: number): Drawing {
  const { names, highlight, winners, each, x } = chart;
  const stretches = shareStretches(chart);
  const steps = Math.floor(winners.length / each);
  const left = space.side + space.gap + widest([...names, "100 %"]);
  const entries = names.map((name, at) => ({
    name,
    color: stepInk(at, names.length, inks, name === highlight).color,
  }));
  const title = `share of survivors by ${x}`;
  const key = legend(entries, width - space.side, 6, inks);
  // Names that find no room beside the title stand in a line above it.
  const top = (key.start < space.side + widthOf(title) + space.gap ? space.caption : 0) + space.caption;
  const lanes = top + barsHeight + axisHeight + 8 + space.caption;
  const shown = Math.min(lastSteps, steps);
  const plain = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    height: lanes + lane * names.length + space.foot,
    option: {
      grid: [
        { left, right: space.side, top, height: barsHeight },
        { left, right: space.side, top: lanes, height: lane * names.length },
      ],
      xAxis: [
        {
          type: "category",
          data: stretches.map(({ to }) => to.toLocaleString("en")),
          ...plain,
          axisLabel: { ...font, color: inks.text3, hideOverlap: true },
        },
        { type: "value", gridIndex: 1, min: steps - shown + 0.5, max: steps + 0.5, show: false },
      ],
      yAxis: [
        {
          type: "value",
          min: 0,
          max: 1,
          interval: 0.5,
          ...plain,
          axisLabel: { ...font, color: inks.text3, formatter: (share: number) => `${100 * share} %` },
        },
        { ...rowLabels(names, left - space.side - space.gap, highlight, inks), gridIndex: 1 },
      ],
      graphic: [
        { ...caption(title, inks), top: top - space.caption + 6 },
        ...key.items,
        { ...caption(`survivors of the last ${shown} ${x}s`, inks), top: lanes - space.caption + 6 },
      ],
      series: [...stacks(chart, entries), laneSeries(chart, steps, shown, inks)],
    },
  };
}

function stacks(chart: ShareChart, entries: readonly { name: string; color: string }[]) {
  const stretches = shareStretches(chart);
  // The last name, with the strongest ink, stands on the ground.
  return entries
    .map((entry, at) => ({ ...entry, at }))
    .reverse()
    .map(({ name, color, at }) => ({
      type: "bar" as const,
      name,
      stack: "shares",
      barCategoryGap: "8%",
      itemStyle: { color },
      data: stretches.map(({ shares }) => shares[at] ?? 0),
    }));
}

/** The best survivor of each of the last steps, joined; the newest in the accent. */
function laneSeries({ winners, each }: ShareChart, steps: number, shown: number, inks: Inks) {
  const data = Array.from({ length: shown }, (_, i) => {
    const step = steps - shown + i;
    const winner = winners[step * each] as number;
    return {
      value: [step + 1, winner < 0 ? "-" : winner],
      itemStyle: { color: i === shown - 1 ? inks.accent : inks.strong },
    };
  });
  return {
    type: "line" as const,
    xAxisIndex: 1,
    yAxisIndex: 1,
    clip: false,
    symbol: "circle",
    symbolSize: 6,
    lineStyle: { color: inks.strong, width: 1 },
    itemStyle: { color: inks.strong },
    data,
  };
}
