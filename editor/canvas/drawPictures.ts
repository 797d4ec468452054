import type { Preview } from "../../engine/preview.ts";
import type { Box } from "../box.ts";
import { arrangement } from "../previews/Pixels.tsx";

const pictures = new WeakMap<Uint8ClampedArray, OffscreenCanvas>();

/** The pixels as something that can be drawn small; made once for each picture. */
function pictureOf(pixels: Uint8ClampedArray<ArrayBuffer>, width: number, height: number): OffscreenCanvas {
  let picture = pictures.get(pixels);
  if (!picture) {
    picture = new OffscreenCanvas(width, height);
    picture.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
    pictures.set(pixels, picture);
  }
  return picture;
}

/** Draws the samples that a node shows into a box of its width, from the top on. */
export function drawPictures(
  context: CanvasRenderingContext2D,
  preview: Preview & { kind: "pixels" },
  box: Box,
): void {
  const across = box.right - box.left;
  const { columns, shown } = arrangement(preview, across);
  const each = across / columns;
  const tall = (each * preview.height) / preview.width;
  preview.samples.slice(0, shown).forEach((pixels, sample) => {
    const picture = pictureOf(pixels, preview.width, preview.height);
    const top = box.top + Math.floor(sample / columns) * tall;
    context.drawImage(picture, box.left + (sample % columns) * each, top, each, tall);
  });
}
