/** More points than this are thinned out evenly: the distance is of pairs. */
const most = 1000;

/**
 * The squared maximum mean discrepancy of points [n, 2] and data [m, 2], in its unbiased estimate: about 0 where both come from
 * one distribution, then at times a little below 0. The kernel is exp(-d^2 / (2 s^2)) with s the median distance between two
 * of the data, so that different points are held to one measure; 1 where that median is 0. Of more than 1,000 points, 1,000
 * are taken, evenly from the first to the last. null where there are fewer than two of either.
 *
 * Gretton et al. 2012 (A Kernel Two-Sample Test), lemma 6 and section 8.
 */
export function kernelDistance(points: Float32Array, data: Float32Array): number | null {
  const a = thinned(points);
  if (a.length < 4 || data.length < 4) return null;
  const { thinned: b, scale, among } = known.get(data) ?? studied(data);
  return meanKernel(pairsOf(a), scale) + among - 2 * meanAcross(a, b, scale);
}

/** What follows from the data alone; the same data is compared with many points. */
interface Studied {
  readonly thinned: Float32Array;
  readonly scale: number;
  /** Mean of the kernel over pairs. */
  readonly among: number;
}

const known = new WeakMap<Float32Array, Studied>();

function studied(data: Float32Array): Studied {
  const few = thinned(data);
  const pairs = pairsOf(few);
  const scale = -1 / (2 * (median(pairs) || 1));
  const found = { thinned: few, scale, among: meanKernel(pairs, scale) };
  known.set(data, found);
  return found;
}

/** Numbers floor(i n / 1,000) of n points. */
function thinned(points: Float32Array): Float32Array {
  const count = points.length / 2;
  if (count <= most) return points;
  return Float32Array.from({ length: 2 * most }, (_, i) => {
    const at = Math.floor(((i >> 1) * count) / most);
    return points[2 * at + (i & 1)] as number;
  });
}

/** Squared distances of all pairs of different points. */
function pairsOf(points: Float32Array): Float64Array {
  const count = points.length / 2;
  const squared = new Float64Array((count * (count - 1)) / 2);
  let at = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) squared[at++] = squaredDistance(points, i, points, j);
  return squared;
}

/** The square of the median distance; between two in the middle, of their mean. */
function median(squared: Float64Array): number {
  const sorted = squared.slice().sort();
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return ((Math.sqrt(sorted[low] as number) + Math.sqrt(sorted[high] as number)) / 2) ** 2;
}

function meanKernel(squared: Float64Array, scale: number): number {
  let sum = 0;
  for (const distance of squared) sum += Math.exp(distance * scale);
  return sum / squared.length;
}

function meanAcross(a: Float32Array, b: Float32Array, scale: number): number {
  let sum = 0;
  for (let i = 0; i < a.length / 2; i++)
    for (let j = 0; j < b.length / 2; j++) sum += Math.exp(squaredDistance(a, i, b, j) * scale);
  return sum / ((a.length / 2) * (b.length / 2));
}

function squaredDistance(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const dx = (a[2 * i] as number) - (b[2 * j] as number);
  const dy = (a[2 * i + 1] as number) - (b[2 * j + 1] as number);
  return dx * dx + dy * dy;
}
