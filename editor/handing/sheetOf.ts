import type { Preview } from "../../engine/preview.ts";
import type { Picture } from "./graphPng.ts";

/** The pictures of a node edge to edge, in rows of the view's columns, else in a square. */
export function sheetOf({ samples, width, height, columns }: Preview & { kind: "pixels" }): Picture {
  const across = Math.min(columns ?? Math.ceil(Math.sqrt(samples.length)), samples.length) || 1;
  const down = Math.ceil(samples.length / across);
  const sheet = new Uint8ClampedArray(4 * width * across * height * down);
  for (let at = 3; at < sheet.length; at += 4) sheet[at] = 255;
  samples.forEach((pixels, sample) => {
    const [row, column] = [Math.floor(sample / across), sample % across];
    for (let y = 0; y < height; y++) {
      const from = pixels.subarray(4 * width * y, 4 * width * (y + 1));
      sheet.set(from, 4 * ((row * height + y) * width * across + column * width));
    }
  });
  return { width: width * across, height: height * down, data: sheet };
}
