/** Pictures of where units are active. */
import { type HostTensor, tensor } from "../tensor.ts";
import { viridis } from "../viridis.ts";
import { resizeBilinear } from "./bilinear.ts";

/** The mean map of the chosen units of each sample, [n][h * w]. */
export function meanMaps({ shape, data }: HostTensor, units: readonly number[]): Float32Array[] {
  const [n = 0, count = 0, h = 0, w = 0] = shape;
  return Array.from({ length: n }, (_, sample) => {
    const mean = new Float32Array(h * w);
    for (const unit of units) {
      const start = (sample * count + unit) * h * w;
      for (let i = 0; i < mean.length; i++)
        mean[i] = (mean[i] as number) + (data[start + i] as number) / units.length;
    }
    return mean;
  });
}

/**
 * Pictures [n, 3, H, W] with a map a sample, [h, w], laid over them in viridis, from its least finite value to its greatest;
 * at opacity 0 the picture is left, at 1 the map alone. Where the map is NaN the picture is left too.
 */
export function heatOver(
  pictures: HostTensor,
  maps: readonly Float32Array[],
  [h, w]: readonly [number, number],
  opacity: number,
): HostTensor {
  const [, , rows = 0, columns = 0] = pictures.shape;
  const area = rows * columns;
  const out = Float32Array.from(pictures.data);
  for (const [sample, map] of maps.entries()) {
    const large = resizeBilinear(map, [h, w], [rows, columns]);
    const [least, greatest] = extent(large);
    for (let i = 0; i < area; i++) {
      const value = large[i] as number;
      if (Number.isNaN(value)) continue;
      const level = greatest > least ? (value - least) / (greatest - least) : 0;
      for (const [channel, byte] of viridis(level).entries()) {
        const at = (sample * 3 + channel) * area + i;
        out[at] = (out[at] as number) * (1 - opacity) + (byte / 127.5 - 1) * opacity;
      }
    }
  }
  return tensor(pictures.shape, out);
}

function extent(values: Float32Array): [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return [least, greatest];
}

/** How dark a picture is where the unit is not active. */
const DIMMED = 0.4;

/**
 * A picture [3, H, W] as it is where the unit's map, upsampled, is above `threshold`; dimmed elsewhere, with a white line
 * between. `crop` shows only the square round that part, as large as the picture.
 */
export function outlined(
  picture: Float32Array,
  [rows, columns]: readonly [number, number],
  map: Float32Array,
  [h, w]: readonly [number, number],
  { threshold, crop }: { readonly threshold: number; readonly crop: boolean },
): Float32Array {
  const large = resizeBilinear(map, [h, w], [rows, columns]);
  const inside = (y: number, x: number) =>
    y >= 0 && x >= 0 && y < rows && x < columns && (large[y * columns + x] as number) > threshold;
  const edge = (y: number, x: number) =>
    inside(y, x) && !(inside(y - 1, x) && inside(y + 1, x) && inside(y, x - 1) && inside(y, x + 1));
  const out = new Float32Array(picture.length);
  const area = rows * columns;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      for (let channel = 0; channel < 3; channel++) {
        const at = channel * area + y * columns + x;
        const level = picture[at] as number;
        out[at] = edge(y, x) ? 1 : inside(y, x) ? level : (level + 1) * DIMMED - 1;
      }
  return crop ? cropped(out, [rows, columns], inside) : out;
}

/** The square round the inside, a quarter of the picture at least, brought back to the picture's size. */
function cropped(
  picture: Float32Array,
  [rows, columns]: readonly [number, number],
  inside: (y: number, x: number) => boolean,
): Float32Array {
  let [top, bottom, left, right] = [rows, -1, columns, -1];
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      if (inside(y, x)) {
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
        [left, right] = [Math.min(left, x), Math.max(right, x)];
      }
  if (bottom < 0) return picture;
  const most = Math.min(rows, columns);
  const side = Math.min(most, Math.max(Math.ceil(most / 4), bottom - top + 5, right - left + 5));
  const place = (first: number, last: number, end: number) =>
    Math.max(0, Math.min(end - side, Math.round((first + last - side) / 2)));
  const [y0, x0] = [place(top, bottom, rows), place(left, right, columns)];
  const part = new Float32Array(3 * side * side);
  for (let channel = 0; channel < 3; channel++)
    for (let y = 0; y < side; y++) {
      const from = (channel * rows + y0 + y) * columns + x0;
      part.set(picture.subarray(from, from + side), (channel * side + y) * side);
    }
  return resizeBilinear(part, [side, side], [rows, columns]);
}
