/** Which two cells of an axis each place of a finer (or coarser) axis lies between. */
export interface Taps {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** How far from `low` to `high`, in 0..1. */
  readonly share: Float32Array;
}

/**
 * Half-pixel centres, edges clamped: place t lies at (t + 0.5) from / to - 0.5. The same as torch's
 * `interpolate(mode="bilinear", align_corners=False)`.
 */
export function bilinearTaps(from: number, to: number): Taps {
  const taps = { low: new Uint32Array(to), high: new Uint32Array(to), share: new Float32Array(to) };
  for (let t = 0; t < to; t++) {
    const at = Math.min(from - 1, Math.max(0, ((t + 0.5) * from) / to - 0.5));
    const low = Math.floor(at);
    taps.low[t] = low;
    taps.high[t] = Math.min(from - 1, low + 1);
    taps.share[t] = at - low;
  }
  return taps;
}

/** Resizes planes [height, width], one after the other, to [rows, columns]. */
export function resizeBilinear(
  planes: ArrayLike<number>,
  [height, width]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): Float32Array {
  const vertical = bilinearTaps(height, rows);
  const horizontal = bilinearTaps(width, columns);
  const count = planes.length / (height * width);
  const out = new Float32Array(count * rows * columns);
  const line = new Float64Array(width);
  for (let plane = 0; plane < count; plane++)
    for (let y = 0; y < rows; y++) {
      blendRows(planes, plane * height * width, width, vertical, y, line);
      const start = (plane * rows + y) * columns;
      for (let x = 0; x < columns; x++) out[start + x] = blendAlong(line, horizontal, x);
    }
  return out;
}

/** Row `y` between its two source rows of the plane that starts at `start`. Equal values stay as they are, to the bit. */
export function blendRows(
  planes: ArrayLike<number>,
  start: number,
  width: number,
  { low, high, share }: Taps,
  y: number,
  line: Float64Array,
): void {
  const [upper, lower] = [start + (low[y] as number) * width, start + (high[y] as number) * width];
  const t = share[y] as number;
  for (let x = 0; x < width; x++) {
    line[x] = blend(planes[upper + x] as number, planes[lower + x] as number, t);
  }
}

/** Place `x` between its two cells of a row. */
export function blendAlong(line: ArrayLike<number>, { low, high, share }: Taps, x: number): number {
  return blend(line[low[x] as number] as number, line[high[x] as number] as number, share[x] as number);
}

/** From a to b. Infinity minus itself is no number: there the ends are weighed each on its own. */
export function blend(a: number, b: number, share: number): number {
  const between = a + (b - a) * share;
  if (!Number.isNaN(between)) return between;
  return share === 0 || a === b ? a : a * (1 - share) + b * share;
}
