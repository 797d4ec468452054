import { cellAt, type Grid } from "../../engine/place.ts";
import type { Raster } from "../../engine/raster.ts";
import { words } from "../words.ts";
import { pixelText } from "./pixelText.ts";
import type { Pixel } from "./Sheet.tsx";

/** What lies under the pointer: the pixel, the cell of the grid, the sample, and the value in each of the pictures. */
export function readout(
  [x, y]: Pixel,
  [raster, other]: readonly [Raster, Raster | null],
  { rows, columns }: Grid,
  samples: number,
): string {
  const place = [(x + 0.5) / raster.width, (y + 0.5) / raster.height] as const;
  const cell = cellAt(place, { rows, columns });
  const value = pixelText(raster, x, y);
  return [
    words.lightbox.pixel(x, y),
    words.lightbox.cell(cell.column, cell.row, columns, rows),
    words.lightbox.sampleOf(raster.sample + 1, samples),
    other ? `A ${value}   B ${pixelText(other, ...pixelAt(place, other))}` : value,
  ].join("   ");
}

/** The same place in a picture of another size. */
const pixelAt = ([x, y]: readonly [number, number], { width, height }: Raster): [number, number] => [
  Math.floor(x * width),
  Math.floor(y * height),
];
