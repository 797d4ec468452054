import { encode } from "fast-png";
import type { UnitCards } from "../../engine/gan/unitCards.ts";
import type { UnitPictures } from "../../engine/preview.ts";
import type { Scores } from "../../engine/values.ts";
import { paperInks, paperWidth } from "../chart/inks.ts";
import { renderChart } from "../chart/renderChart.ts";
import { conceptChart } from "../chart/scoresCharts.ts";
import { reportHtml } from "./reportHtml.ts";

/** What a view of units holds, and pictures of them as the page has them. */
interface Units extends UnitCards {
  readonly scores: Scores;
  readonly pictures: UnitPictures | null;
}

/** A view of units as one self-contained page: the concept bar graph, then a card for each unit with its strip of pictures. */
export function unitsReport({ scores, cards, minIoU, pictures }: Units): string {
  const layer = scores.layer ?? "a layer";
  const standing = cards.filter(({ iou }) => iou > minIoU).length;
  const quantile = scores.quantile === null ? "" : `, thresholds at quantile ${scores.quantile}`;
  return reportHtml({
    title: `Units of ${layer}`,
    about: `${scores.generator ?? "A generator"}${quantile}. ${standing} of ${cards.length} units stand for a concept with IoU above ${minIoU}.`,
    minIoU,
    cards,
    chart: renderChart(conceptChart(scores, { minIoU, highlight: "", rows: 0 }), paperInks, paperWidth),
    picture: (unit) => (pictures ? strip(pictures, unit) : null),
  });
}

/** A unit's pictures side by side, as the data URI of a PNG; null for a unit without. */
function strip({ units, each, width, height, samples }: UnitPictures, unit: number): string | null {
  const place = units.indexOf(unit);
  if (place < 0) return null;
  const data = new Uint8Array(4 * each * width * height);
  for (let i = 0; i < each; i++)
    for (let y = 0; y < height; y++) {
      const row = samples[place * each + i]?.subarray(4 * y * width, 4 * (y + 1) * width);
      if (row) data.set(row, 4 * (y * each * width + i * width));
    }
  const png = encode({ width: each * width, height, data, channels: 4 });
  return `data:image/png;base64,${base64(png)}`;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
