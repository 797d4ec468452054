import type { Raster } from "../../engine/raster.ts";
import { real } from "../numbers.ts";
import { words } from "../words.ts";

/** What stands at a pixel: the numbers themselves, and for pictures the colour that a screen shows. */
export function pixelText(raster: Raster, x: number, y: number): string {
  const { values, width, height, pixels, type } = raster;
  const at = y * width + x;
  const colour = `#${[0, 1, 2].map((channel) => hex(pixels[4 * at + channel] ?? 0)).join("")}`;
  const area = width * height;
  if (values.length === 0) return colour;
  if (type === "segmentation") {
    const id = values[at] ?? 0;
    return `${id} ${raster.classes?.[id] ?? words.lightbox.noClass}`;
  }
  if (values.length < 3 * area) return real(values[at] ?? Number.NaN, 4);
  const channels = ["R", "G", "B"].map((name, channel) => `${name} ${signed(values[channel * area + at])}`);
  return `${channels.join("  ")}  ${colour}`;
}

const hex = (level: number): string => level.toString(16).padStart(2, "0");

/** A figure space holds the place of a sign, so that numbers do not jump. */
function signed(value = Number.NaN): string {
  const text = real(value, 3);
  return text.startsWith("−") ? text : `\u2007${text}`;
}
