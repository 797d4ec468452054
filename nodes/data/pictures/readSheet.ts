import { convertIndexedToRgb, decode } from "fast-png";
import { Fault } from "../../../engine/node.ts";
import { type Pictures, sheetOf } from "../../../engine/pictures.ts";
import { recent } from "../../../engine/recent.ts";

const cure = "Choose the pictures again.";

/** Red, green and blue of a sheet's pixels, [height, width, 3], 0 to 255. */
type Sheet = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

const decoded = recent(2, decodeSheet);

/** Picture `index` as [3, size, size] in [-1, 1]. Throws Fault where the sheet can't be read, or has another size. */
export function readSheet({ count, size, png }: Pictures, index: number): Float32Array {
  const { columns, rows } = sheetOf(count);
  const { width, height, rgb } = decoded(png);
  if (width !== columns * size || height !== rows * size)
    throw new Fault(
      `pictures.png: expected ${columns * size} x ${rows * size} pixels for ${count} of ${size} x ${size}, got ${width} x ${height}`,
      { port: "pictures", cure },
    );
  const picture = new Float32Array(3 * size * size);
  const corner = Math.floor(index / columns) * size * width + (index % columns) * size;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (let channel = 0; channel < 3; channel++)
        picture[(channel * size + y) * size + x] =
          (rgb[3 * (corner + y * width + x) + channel] as number) / 127.5 - 1;
  return picture;
}

function decodeSheet(png: string): Sheet {
  try {
    const image = decode(bytesOf(png));
    const { width, height, channels, depth, data, palette } = image;
    if (palette) return { width, height, rgb: toRgb(convertIndexedToRgb(image), palette[0]?.length ?? 3, 1) };
    if (depth < 8) throw new Error(`it has ${depth} bits a channel, where 8 are expected`);
    return { width, height, rgb: toRgb(data, channels, depth === 16 ? 257 : 1) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault(`pictures.png can't be read: ${why}`, { port: "pictures", cure });
  }
}

/** A loop: an iterator over ten million letters takes ten times as long. */
function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** Grey, with or without transparency, becomes three channels; transparency is left out. */
function toRgb(data: ArrayLike<number>, channels: number, scale: number): Uint8Array {
  const grey = channels < 3;
  const rgb = new Uint8Array((3 * data.length) / channels);
  for (let pixel = 0; pixel < rgb.length / 3; pixel++)
    for (let channel = 0; channel < 3; channel++)
      rgb[3 * pixel + channel] = (data[pixel * channels + (grey ? 0 : channel)] as number) / scale;
  return rgb;
}
