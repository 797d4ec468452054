/** Quantiles of many numbers as they come, one stream a unit. */
import { blend } from "./bilinear.ts";

/** float32 bit patterns in the order of their numbers, cut to their top bits: sign, exponent, 7 bits of the mantissa. */
const BUCKETS = 1 << 16;

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

function bucketOf(value: number): number {
  float[0] = value;
  const pattern = bits[0] as number;
  return (pattern & 0x80000000 ? ~pattern >>> 0 : pattern | 0x80000000) >>> 16;
}

/** The least and the largest number of a bucket. */
function bounds(bucket: number): [low: number, high: number] {
  const edge = (key: number) => {
    bits[0] = key & 0x80000000 ? key & 0x7fffffff : ~key >>> 0;
    return float[0] as number;
  };
  return [edge((bucket << 16) >>> 0), edge(((bucket << 16) | 0xffff) >>> 0)];
}

/** One unit's numbers: how many fell into each bucket, and those themselves that lie between two buckets. */
interface Stream {
  readonly counts: Uint32Array;
  kept: Float32Array;
  length: number;
  first: number;
  last: number;
  notNumbers: number;
}

const newStream = (): Stream => ({
  counts: new Uint32Array(BUCKETS),
  kept: new Float32Array(1024),
  length: 0,
  first: 0,
  last: BUCKETS - 1,
  notNumbers: 0,
});

function keep(stream: Stream, value: number): void {
  if (stream.length === stream.kept.length) {
    const grown = new Float32Array(2 * stream.length);
    grown.set(stream.kept);
    stream.kept = grown;
  }
  stream.kept[stream.length++] = value;
}

/** A quantile and how far its rank may be off, as a share of the numbers; 0 where it is exact. */
export interface Level {
  readonly level: number;
  readonly rankError: number;
}

/**
 * The `share` quantile of each unit, linear between order statistics (NumPy's default). Exact while all numbers fit into
 * `budget` bytes. Beyond that only those near the quantile are kept, the others counted in buckets of 0.8 % width: still exact
 * unless the distribution drifts so far that the quantile leaves what was kept; then its rank error is said. NaN among the
 * numbers gives NaN.
 */
export class Quantiles {
  readonly share: number;
  readonly #budget: number;
  readonly #streams: Stream[];
  /** Ranks within so much of the quantile are kept; 1 keeps all. */
  #width = 1;

  constructor(share: number, units: number, budget = 2 ** 28) {
    this.share = share;
    this.#budget = budget;
    this.#streams = Array.from({ length: units }, newStream);
  }

  get units(): number {
    return this.#streams.length;
  }

  /** Takes numbers of one unit. */
  add(unit: number, values: ArrayLike<number>): void {
    const stream = this.#streams[unit] as Stream;
    const { counts, first, last } = stream;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) stream.notNumbers++;
      const bucket = bucketOf(value);
      (counts[bucket] as number)++;
      if (bucket >= first && bucket <= last) keep(stream, value);
    }
  }

  /** Drops what lies too far from the quantile, where there is more than the budget. To be called between batches. */
  settle(): void {
    while (this.#bytes() > this.#budget && this.#width > 1e-4) {
      this.#width /= 4;
      for (const stream of this.#streams) this.#narrow(stream, this.#width);
    }
  }

  /** Takes in what another has seen. */
  merge(other: Quantiles): void {
    for (const [unit, from] of other.#streams.entries()) {
      const into = this.#streams[unit] as Stream;
      for (let b = 0; b < BUCKETS; b++)
        into.counts[b] = (into.counts[b] as number) + (from.counts[b] as number);
      into.notNumbers += from.notNumbers;
      restrict(into, from.first, from.last);
      for (let i = 0; i < from.length; i++) {
        const bucket = bucketOf(from.kept[i] as number);
        if (bucket >= into.first && bucket <= into.last) keep(into, from.kept[i] as number);
      }
    }
    this.#width = Math.min(this.#width, other.#width);
    this.settle();
  }

  levels(): Level[] {
    return this.#streams.map((stream) => levelOf(stream, this.share));
  }

  #bytes(): number {
    return this.#streams.reduce((sum, stream) => sum + 4 * stream.length, 0);
  }

  #narrow(stream: Stream, width: number): void {
    const count = total(stream);
    const at = (share: number) => bucketAt(stream, Math.min(1, Math.max(0, share)) * (count - 1)).bucket;
    restrict(stream, at(this.share - width), at(this.share + width));
  }
}

const total = ({ counts }: Stream): number => counts.reduce((sum, count) => sum + count, 0);

/** Keeps only numbers from bucket `first` to `last`. */
function restrict(stream: Stream, first: number, last: number): void {
  if (first <= stream.first && last >= stream.last) return;
  stream.first = Math.max(stream.first, first);
  stream.last = Math.min(stream.last, last);
  let length = 0;
  for (let i = 0; i < stream.length; i++) {
    const value = stream.kept[i] as number;
    const bucket = bucketOf(value);
    if (bucket >= stream.first && bucket <= stream.last) stream.kept[length++] = value;
  }
  stream.kept = stream.kept.slice(0, Math.max(1024, length));
  stream.length = length;
}

/** The bucket of the number with this rank (rounded down), and how many lie below that bucket. */
function bucketAt({ counts }: Stream, rank: number): { bucket: number; below: number } {
  let below = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = counts[bucket] as number;
    if (below + count > Math.floor(rank)) return { bucket, below };
    below += count;
  }
  return { bucket: BUCKETS - 1, below };
}

function levelOf(stream: Stream, share: number): Level {
  const count = total(stream);
  if (count === 0 || stream.notNumbers > 0) return { level: Number.NaN, rankError: 0 };
  const rank = share * (count - 1);
  const low = orderStatistic(stream, Math.floor(rank), count);
  const high = orderStatistic(stream, Math.ceil(rank), count);
  const level = blend(low.level, high.level, rank - Math.floor(rank));
  return { level: Math.fround(level), rankError: Math.max(low.rankError, high.rankError) };
}

/** The number of this rank: itself where it was kept, else by its place in its bucket. */
function orderStatistic(stream: Stream, rank: number, count: number): Level {
  const { bucket, below } = bucketAt(stream, rank);
  const size = stream.counts[bucket] as number;
  if (bucket < stream.first || bucket > stream.last) {
    const [least, largest] = bounds(bucket);
    return { level: least + ((largest - least) * (rank - below + 0.5)) / size, rankError: size / count };
  }
  const inside = new Float32Array(size);
  let found = 0;
  for (let i = 0; i < stream.length; i++)
    if (bucketOf(stream.kept[i] as number) === bucket) inside[found++] = stream.kept[i] as number;
  return { level: inside.sort()[rank - below] as number, rankError: 0 };
}
