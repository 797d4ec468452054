import type {
  BarSeriesOption,
  CustomSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
} from "echarts/charts";
import type {
  GraphicComponentOption,
  GridComponentOption,
  VisualMapComponentOption,
} from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Inks } from "./inks.ts";
import { font } from "./texts.ts";

export type Option = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | GraphicComponentOption
  | GridComponentOption
  | VisualMapComponentOption
>;

/** A chart laid out for one width, in px; its first series has a mark for each `marksOf` it. */
export interface Drawing {
  readonly option: Option;
  readonly height: number;
}

/** px around the marks: the line of words above them, and what is left free. */
export const space = { side: 8, caption: 24, foot: 8, gap: 8 };

/** Words at the top, in the quiet ink. */
export function caption(text: string, inks: Inks, right = false) {
  return {
    type: "text" as const,
    silent: true,
    top: 6,
    ...(right ? { right: space.side } : { left: space.side }),
    style: { text, fill: inks.text3, ...font },
  };
}

/** What stands left of the rows, in the accent for the highlighted one, cut where it is longer than `width`. */
export function rowLabels(labels: readonly string[], width: number, highlight: string, inks: Inks) {
  return {
    type: "category" as const,
    inverse: true,
    data: [...labels],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      ...font,
      interval: 0,
      width,
      overflow: "truncate" as const,
      margin: space.gap,
      color: (label?: string | number) => (label === highlight && label !== "" ? inks.accent : inks.text),
    },
  };
}

/** Numbers right of the rows, aligned at their ends. */
export function rowNumbers(texts: readonly string[], width: number, inks: Inks) {
  return {
    ...rowLabels(texts, width, "", inks),
    position: "right" as const,
    axisLabel: {
      ...font,
      interval: 0,
      align: "right" as const,
      margin: space.gap + width,
      color: inks.text2,
    },
  };
}
