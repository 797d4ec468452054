/** Turning strokes of a brush into a region. */
import type { Stroke, StrokePoint } from "../strokes.ts";
import { type HostTensor, tensor } from "../tensor.ts";

/** What rounding may move a squared distance by, so that no size of mask decides a tie otherwise than another. */
const tie = 1e-9;

/**
 * The mask [1, h, w] that strokes leave, in order, on `ground` (else on zeros): 1 where the brush painted last, 0 where it
 * erased last. The brush is round, with a hard edge: it takes the pixels whose centres lie within half its size of the
 * line through the points. Below the diagonal of a pixel it grows no thinner, so that no stroke is lost between centres.
 */
export function paintStrokes(
  strokes: readonly Stroke[],
  height: number,
  width: number,
  ground?: HostTensor,
): HostTensor {
  const mask = ground ? Float32Array.from(ground.data) : new Float32Array(height * width);
  for (const { mode, size, points } of strokes) {
    const radius = Math.max(size * Math.min(height, width), Math.SQRT2) / 2;
    const level = mode === "paint" ? 1 : 0;
    const pixels = points.map(([x, y]): StrokePoint => [x * width, y * height]);
    for (const [index, to] of pixels.entries()) {
      const from = pixels[index - 1] ?? to;
      if (index > 0 || pixels.length === 1) fillCapsule({ mask, height, width }, from, to, radius, level);
    }
  }
  return tensor([1, height, width], mask);
}

interface Plane {
  readonly mask: Float32Array;
  readonly height: number;
  readonly width: number;
}

/** Sets the pixels whose centres lie within `radius` of the line from a to b, all in pixels. */
function fillCapsule(
  { mask, height, width }: Plane,
  a: StrokePoint,
  b: StrokePoint,
  radius: number,
  level: number,
): void {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const within = radius * radius + tie;
  const [left, right] = reach(a[0], b[0], radius, width);
  const [top, bottom] = reach(a[1], b[1], radius, height);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [x, y] = [column + 0.5 - a[0], row + 0.5 - a[1]];
      const along = length > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length)) : 0;
      const [away, aside] = [x - along * dx, y - along * dy];
      if (away * away + aside * aside <= within) mask[row * width + column] = level;
    }
  }
}

/** First and last of `extent` pixels that a brush between two places can reach. */
function reach(a: number, b: number, radius: number, extent: number): [number, number] {
  return [
    Math.max(0, Math.floor(Math.min(a, b) - radius)),
    Math.min(extent - 1, Math.floor(Math.max(a, b) + radius)),
  ];
}
