/** What one place of a coarser axis is made of: its cells of the finer axis, and their shares, which add up to 1. */
interface Taps {
  readonly first: number;
  readonly shares: readonly number[];
}

/** Place t covers the finer axis from t from / to to (t + 1) from / to; cells count by how much of them it covers. */
function areaTaps(from: number, to: number): Taps[] {
  return Array.from({ length: to }, (_, t) => {
    const [begin, end] = [(t * from) / to, ((t + 1) * from) / to];
    const first = Math.floor(begin);
    const shares: number[] = [];
    for (let cell = first; cell < Math.min(from, end); cell++) {
      const covered = Math.min(end, cell + 1) - Math.max(begin, cell);
      if (covered > 1e-9) shares.push((covered * to) / from);
    }
    return { first, shares };
  });
}

/** Square planes [size, size], one after the other, made smaller: each new pixel is the mean of the area that it covers. */
export function resizeArea(planes: Float32Array, size: number, to: number): Float32Array {
  const taps = areaTaps(size, to);
  const count = planes.length / (size * size);
  const out = new Float32Array(count * to * to);
  const line = new Float64Array(size);
  for (let plane = 0; plane < count; plane++)
    for (let y = 0; y < to; y++) {
      blendRows(planes, plane * size * size, size, taps[y] as Taps, line);
      for (let x = 0; x < to; x++) out[(plane * to + y) * to + x] = weighed(line, taps[x] as Taps);
    }
  return out;
}

function blendRows(
  planes: Float32Array,
  start: number,
  size: number,
  { first, shares }: Taps,
  line: Float64Array,
) {
  line.fill(0);
  for (const [k, share] of shares.entries()) {
    const row = start + (first + k) * size;
    for (let x = 0; x < size; x++) line[x] = (line[x] as number) + share * (planes[row + x] as number);
  }
}

function weighed(line: Float64Array, { first, shares }: Taps): number {
  let sum = 0;
  for (const [k, share] of shares.entries()) sum += share * (line[first + k] as number);
  return sum;
}
