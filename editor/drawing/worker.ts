/** What takes long to draw, drawn beside the page: charts and planes. */
import * as Comlink from "comlink";
import type { Plane } from "../../engine/plane.ts";
import { drawPlane, type PlaneLook } from "./drawPlane.ts";

export interface Draughtsman {
  /** A chart as SVG. */
  chart(...asked: Parameters<typeof import("../../nodes/chart/renderChart.ts").renderChart>): Promise<string>;
  /** A plane as pixels. */
  plane(plane: Plane, look: PlaneLook): ImageBitmap;
}

const draughtsman: Draughtsman = {
  // The chart library is loaded for the first chart.
  async chart(...asked) {
    return (await import("../../nodes/chart/renderChart.ts")).renderChart(...asked);
  },
  plane(plane, look) {
    const side = Math.max(1, Math.round(look.side * look.density));
    const canvas = new OffscreenCanvas(side, side);
    drawPlane(canvas, plane, look);
    const pixels = canvas.transferToImageBitmap();
    return Comlink.transfer(pixels, [pixels]);
  },
};

Comlink.expose(draughtsman);
