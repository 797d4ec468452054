/** One picture handed out: into the clipboard, or as a PNG that carries its graph. */
import type { Raster } from "../../engine/raster.ts";
import { app } from "../app.ts";
import { graphText } from "../handing/share.ts";
import { fileStem, handOut } from "../handOut.ts";
import { reasonOf } from "../reasonOf.ts";
import { words } from "../words.ts";

export async function copyPicture({ pixels, width, height }: Raster): Promise<string> {
  try {
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
    const blob = canvas.convertToBlob({ type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return words.lightbox.copied;
  } catch (error) {
    return words.lightbox.notCopied(reasonOf(error));
  }
}

/** `name` is what a person calls the picture. */
export async function savePicture(raster: Raster, name: string): Promise<string> {
  const [{ toPng }, text] = await Promise.all([import("../handing/graphPng.ts"), graphText()]);
  const { width, height, pixels: data } = raster;
  const unit = raster.unit === null ? "" : `-unit-${raster.unit}`;
  const stem = `${fileStem(app.document.name, "graph")}-${fileStem(name, "picture")}`;
  const file = `${stem}-${raster.sample + 1}${unit}.png`;
  handOut(file, new Blob([toPng({ width, height, data }, text)], { type: "image/png" }));
  return words.lightbox.saved(file);
}

/** Two pictures as they are seen: the second from the edge on. The first alone where they differ in size. */
export function besides(raster: Raster, other: Raster | null, edge: number): Raster {
  const { width, height } = raster;
  if (other?.width !== width || other.height !== height) return raster;
  const pixels = raster.pixels.slice();
  const from = Math.round(edge * width);
  for (let y = 0; y < height; y++) {
    const [start, end] = [4 * (y * width + from), 4 * (y + 1) * width];
    pixels.set(other.pixels.subarray(start, end), start);
  }
  return { ...raster, pixels };
}
