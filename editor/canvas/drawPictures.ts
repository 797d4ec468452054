/** Pictures that nodes show, drawn small: by the overview, and for nodes that are far. */
import type { Preview } from "../../engine/preview.ts";
import type { Box } from "../box.ts";
import { barPixels, barsHeight } from "../previews/Bars.tsx";
import { arrangement } from "../previews/Pixels.tsx";

type PixelPreview = Preview & { readonly kind: "pixels" };

const pictures = new WeakMap<Uint8ClampedArray, OffscreenCanvas>();

/** A picture of these values that can be drawn small; made once. */
function pictureOf(
  values: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
  pixelsOf: (values: Uint8ClampedArray<ArrayBuffer>) => Uint8ClampedArray<ArrayBuffer> = (same) => same,
): OffscreenCanvas {
  let picture = pictures.get(values);
  if (!picture) {
    picture = new OffscreenCanvas(width, height);
    picture.getContext("2d")?.putImageData(new ImageData(pixelsOf(values), width, height), 0, 0);
    pictures.set(values, picture);
  }
  return picture;
}

/** Draws what a node shows into a box of its width, from the top on; nothing of what is read rather than looked at. */
export function drawPictures(context: CanvasRenderingContext2D, preview: Preview, box: Box): void {
  const { left, top, right } = box;
  const middle = (left + right) / 2;
  switch (preview.kind) {
    case "pixels":
      drawSamples(context, preview, box);
      break;
    case "place":
      drawSamples(context, preview.picture, box);
      break;
    case "comparison":
      drawSamples(context, preview.a, { ...box, right: middle });
      drawSamples(context, preview.b, { ...box, left: middle });
      break;
    case "bars": {
      const { levels, columns, rows } = preview;
      const picture = pictureOf(levels, columns, rows, barPixels);
      context.drawImage(picture, left, top, right - left, barsHeight(rows));
      break;
    }
  }
}

function drawSamples(context: CanvasRenderingContext2D, preview: PixelPreview, box: Box): void {
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
