import { encode } from "fast-png";
import { type Pictures, sheetOf } from "../../../engine/pictures.ts";

type Paint = (picture: number, x: number, y: number) => readonly number[];

/** Pictures on a sheet as the page would keep them, painted pixel by pixel with as many channels as `paint` gives. */
export function pictureSheet(count: number, size: number, paint: Paint): Pictures {
  const { columns, rows } = sheetOf(count);
  const channels = paint(0, 0, 0).length;
  const [width, height] = [columns * size, rows * size];
  const data = new Uint8Array(width * height * channels);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const picture = Math.floor(y / size) * columns + Math.floor(x / size);
    if (picture < count) data.set(paint(picture, x % size, y % size), at * channels);
  }
  return { count, size, png: Buffer.from(encode({ width, height, data, channels })).toString("base64") };
}
