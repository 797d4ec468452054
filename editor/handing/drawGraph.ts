import { app } from "../app.ts";
import { around } from "../box.ts";
import type { Stage } from "../canvas/stage.ts";
import { words } from "../words.ts";
import type { Picture } from "./graphPng.ts";

/** px round the graph, and the most that a picture of it measures. */
const margin = 24;
const longestSide = 4096;

/** The graph as it lies on the canvas, twice as fine where that is not too large. */
export async function drawGraph(): Promise<Picture> {
  const { stage } = app;
  if (!stage) throw new Error(words.nothingToExport);
  return stage.wholeNodes.during(() => drawStage(stage));
}

async function drawStage({ container, boxOf }: Stage): Promise<Picture> {
  const box = around(app.document.nodes.flatMap(({ id }) => boxOf(id) ?? []));
  const layer = container.firstElementChild;
  if (!box || !layer) throw new Error(words.nothingToExport);
  const [width, height] = [box.right - box.left + 2 * margin, box.bottom - box.top + 2 * margin];
  const { domToCanvas } = await import("modern-screenshot");
  // In full, also where the eye is far off.
  const distances = ["far", "farther"].filter((each) => container.classList.contains(each));
  container.classList.remove(...distances);
  const drawn = await domToCanvas(layer, {
    width,
    height,
    scale: Math.min(2, longestSide / Math.max(width, height)),
    backgroundColor: getComputedStyle(document.body).backgroundColor,
    style: { transform: `translate(${margin - box.left}px, ${margin - box.top}px)` },
    features: { restoreScrollPosition: false },
  }).finally(() => {
    container.classList.add(...distances);
  });
  const context = drawn.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error(words.nothingToExport);
  return context.getImageData(0, 0, drawn.width, drawn.height);
}
