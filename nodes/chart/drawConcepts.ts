import type { ConceptChart } from "../../engine/chart.ts";
import { caption, type Drawing, rowLabels, space } from "./drawing.ts";
import type { Inks } from "./inks.ts";
import { font, widest } from "./texts.ts";

const row = 20;
/** A unit is a square of at most this size; narrower where a concept has many. */
const square = 12;
const widestLabel = 120;

/** A row a concept; one mark is one unit, the stronger the higher its IoU. Bau et al. 2018 (GAN Dissection), figure 4. */
export function drawConcepts(chart: ConceptChart, inks: Inks, width: number): Drawing {
  const { concepts, highlight } = chart;
  const names = concepts.map(({ concept }) => concept);
  const counts = concepts.map(({ units }) => String(units.length));
  const left = space.side + space.gap + Math.min(widestLabel, width / 3, widest(names));
  const right = space.side + space.gap + widest(counts);
  const most = Math.max(1, ...concepts.map(({ units }) => units.length));
  const across = Math.max(most, Math.floor((width - left - right) / square));
  const ious = concepts.flatMap(({ units }) => units.map(({ iou }) => iou));
  const range = [chart.minIoU, Math.max(chart.minIoU, ...ious)] as const;
  const data = concepts.flatMap(({ units }, at) => units.map(({ iou }, index) => [index, at, iou]));
  return {
    height: space.caption + row * Math.max(1, concepts.length) + space.foot,
    option: {
      grid: { left, right, top: space.caption, height: row * Math.max(1, concepts.length) },
      xAxis: { type: "value", show: false, min: 0, max: across },
      yAxis: rowLabels(names, left - space.side - space.gap, highlight, inks),
      graphic: [caption(summary(chart), inks)],
      ...(ious.length > 0 && width >= 360 ? { visualMap: legend(range, inks) } : {}),
      series: [
        {
          type: "custom",
          data,
          renderItem: (_, api) => {
            const at = Number(api.value(1));
            const [from = 0, middle = 0] = api.coord([api.value(0), at]);
            const [to = 0] = api.coord([Number(api.value(0)) + 1, at]);
            const wide = (to - from) * 0.85 > 2;
            const [start, end] = wide ? [Math.round(from), Math.round(to) - 1] : [from, to];
            const share = (Number(api.value(2)) - range[0]) / (range[1] - range[0] || 1);
            const ends = names[at] === highlight ? [inks.soft, inks.accent] : [inks.weak, inks.strong];
            return {
              type: "rect",
              shape: { x: start, y: middle - square / 2, width: end - start, height: square - 1 },
              style: { fill: between(ends as [string, string], share) },
            };
          },
        },
        {
          type: "custom",
          data: concepts.map(({ units }, at) => [units.length, at]),
          renderItem: (_, api) => {
            const [end = 0, middle = 0] = api.coord([api.value(0), api.value(1)]);
            const style = {
              text: String(api.value(0)),
              fill: inks.text2,
              verticalAlign: "middle",
              ...font,
            } as const;
            return { type: "text", x: end + space.gap / 2, y: middle, style };
          },
        },
      ],
    },
  };
}

function summary({ concepts, units, minIoU }: ConceptChart): string {
  const standing = concepts.reduce((sum, concept) => sum + concept.units.length, 0);
  return `${standing} of ${units} units, IoU > ${minIoU}`;
}

/** The steps of the ink, from the least to the highest IoU; it colours no mark itself. */
function legend([from, to]: readonly [number, number], inks: Inks) {
  return {
    type: "continuous" as const,
    seriesIndex: [],
    min: from,
    max: to,
    orient: "horizontal" as const,
    top: 4,
    right: space.side,
    padding: 0,
    itemWidth: 8,
    itemHeight: 64,
    textGap: 6,
    text: [to.toFixed(2), from.toFixed(2)],
    textStyle: { ...font, color: inks.text3 },
    inRange: { color: [inks.weak, inks.strong] },
  };
}

/** A colour between two, each `#rrggbb`. */
function between([a, b]: readonly [string, string], share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) + share * (part(b, at) - part(a, at))));
  return `#${mixed.map((level) => level.toString(16).padStart(2, "0")).join("")}`;
}
