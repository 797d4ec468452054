/** Pictures of maps of numbers: one plane to RGBA, and which units of a feature map are worth a look. */
import type { Preview } from "./preview.ts";
import type { HostTensor } from "./tensor.ts";
import { viridis } from "./viridis.ts";

export type Pixels = Preview & { readonly kind: "pixels" };

/** A plane [h, w] in viridis, from its least number to its greatest. */
export function heatMap(plane: ArrayLike<number>, height: number, width: number): Pixels {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < plane.length; i++) {
    const level = plane[i] as number;
    if (level < least) least = level;
    if (level > greatest) greatest = level;
  }
  const span = greatest - least;
  return paint(height, width, (i) => viridis(span > 0 ? ((plane[i] as number) - least) / span : 0));
}

/** A plane [h, w] of levels in 0..1 in grey. */
export function greyMap(plane: ArrayLike<number>, height: number, width: number): Pixels {
  return paint(height, width, (i) => {
    const level = Math.round(255 * Math.min(1, Math.max(0, plane[i] as number)));
    return [level, level, level];
  });
}

/** A plane [h, w] of class ids, each with a colour of its own; 0 and what is no class are black. */
export function classMap(plane: ArrayLike<number>, height: number, width: number): Pixels {
  return paint(height, width, (i) => classColour(plane[i] as number));
}

function paint(
  height: number,
  width: number,
  colour: (i: number) => readonly [number, number, number],
): Pixels {
  const rgba = new Uint8ClampedArray(4 * height * width);
  for (let i = 0; i < height * width; i++) rgba.set([...colour(i), 255], 4 * i);
  return { kind: "pixels", width, height, samples: [rgba], total: 1, columns: null };
}

/** Hues a golden angle apart, so that neighbours in number never look alike. */
function classColour(id: number): [number, number, number] {
  if (id <= 0) return [0, 0, 0];
  const hue = (id * 0.618034) % 1;
  const channel = (shift: number) => {
    const distance = Math.abs(((hue + shift) % 1) * 6 - 3);
    return Math.round(60 + 180 * Math.min(1, Math.max(0, distance - 1)));
  };
  return [channel(0), channel(1 / 3), channel(2 / 3)];
}

/** The units of one sample of features [n, units, h, w], the one whose map varies most first. */
export function mostVaried({ shape, data }: HostTensor, sample: number, count: number): number[] {
  const [, units = 0, h = 0, w = 0] = shape;
  const variance = Array.from({ length: units }, (_, unit) => {
    const start = (sample * units + unit) * h * w;
    let [sum, squares] = [0, 0];
    for (let i = start; i < start + h * w; i++) {
      const level = data[i] as number;
      sum += level;
      squares += level * level;
    }
    const spread = squares / (h * w) - (sum / (h * w)) ** 2;
    return { unit, spread: Number.isFinite(spread) ? spread : -1 };
  });
  return variance
    .sort((a, b) => b.spread - a.spread || a.unit - b.unit)
    .slice(0, count)
    .map(({ unit }) => unit);
}

/** Plane `index` of a tensor whose last two axes are height and width, without a copy. */
export function planeOf({ shape, data }: HostTensor, index: number): ArrayLike<number> {
  const size = (shape.at(-2) ?? 1) * (shape.at(-1) ?? 1);
  return data.subarray(index * size, (index + 1) * size);
}
