import { BarChart, CustomChart, HeatmapChart, LineChart } from "echarts/charts";
import { GraphicComponent, GridComponent, VisualMapComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Chart } from "../../engine/chart.ts";
import { drawBars } from "./drawBars.ts";
import { drawConcepts } from "./drawConcepts.ts";
import { drawHeat } from "./drawHeat.ts";
import type { Drawing } from "./drawing.ts";
import { drawLines } from "./drawLines.ts";
import { drawShares } from "./drawShares.ts";
import type { Inks } from "./inks.ts";

use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  GraphicComponent,
  GridComponent,
  VisualMapComponent,
  SVGRenderer,
]);
// Texts are measured by the same table everywhere, so that a chart is the same on a page and on the command line.
setPlatformAPI({ createCanvas: () => null as never });

/** A chart as one SVG of this width in px. Each mark of its first series has its place there as `data-mark`. */
export function renderChart(chart: Chart, inks: Inks, width: number): string {
  const { option, height } = draw(chart, inks, width);
  const canvas = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    canvas.setOption({
      ...option,
      animation: false,
      ...(inks.ground === "" ? {} : { backgroundColor: inks.ground }),
      series: [option.series ?? []].flat().map((series) => ({ ...series, silent: true })),
    });
    return own(canvas.renderToSVGString());
  } finally {
    canvas.dispose();
  }
}

function draw(chart: Chart, inks: Inks, width: number): Drawing {
  switch (chart.kind) {
    case "concepts":
      return drawConcepts(chart, inks, width);
    case "bars":
      return drawBars(chart, inks, width);
    case "heat":
      return drawHeat(chart, inks, width);
    case "lines":
      return drawLines(chart, inks, width);
    case "shares":
      return drawShares(chart, inks, width);
  }
}

/** Without the library's hover styles and clips, whose names would meet those of other charts on the page. */
function own(svg: string): string {
  return svg
    .replace(/<style\b.*?<\/style>\s*/gs, "")
    .replace(/<defs\b.*?<\/defs>\s*/gs, "")
    .replace(/ clip-path="[^"]*"/g, "")
    .replace(/ class="zr[^"]*"/g, "")
    .replace(/ ecmeta_series_index="0" ecmeta_data_index="(\d+)"/g, ' data-mark="$1"')
    .replace(/ ecmeta_\w+="[^"]*"/g, "")
    .replace("<svg ", `<svg style="font-feature-settings:'tnum'" `);
}
