/** The threshold at which a unit tells most about a concept (Bau et al. 2018, section 3.1; gandissect `collect_iqr`). */

import { highestId } from "./concepts.ts";

/** Candidate levels leave these shares of the pixels above them: 0.001 to 1 in equal steps of the logarithm. */
const FRACTIONS = Array.from({ length: 100 }, (_, i) => 10 ** (-3 + (3 * i) / 99));
/** A concept on fewer of the pixels tells nothing. */
const LEAST_COVER = 1e-3;
const LEAST_AGREEMENT = 0.8;

/** Positive numbers in steps of 0.4 %, from 2^-24 to 2^16; everything at or below 0 lies in bucket 0. */
const STEPS = 256;
const EXPONENTS = 40;
const BUCKETS = EXPONENTS * STEPS + 1;

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);
const origin = (127 - 24) * STEPS;

function bucketOf(value: number): number {
  if (!(value > 0)) return 0;
  float[0] = value;
  return Math.min(BUCKETS - 1, Math.max(1, ((bits[0] as number) >>> 15) - origin + 1));
}

/** The largest number of a bucket: what lies strictly above it lies in a later bucket. */
function upperEnd(bucket: number): number {
  if (bucket === 0) return 0;
  bits[0] = (((bucket - 1 + origin) << 15) | 0x7fff) >>> 0;
  return float[0] as number;
}

/** Mutual information of two events over their joint entropy, from shares of the pixels; 0 where both are certain. */
export function informationRatio(intersection: number, unit: number, concept: number): number {
  const share = (p: number) => Math.min(1, Math.max(0, p));
  const joint = [
    [share(intersection), share(unit - intersection)],
    [share(concept - intersection), share(1 - unit - concept + intersection)],
  ] as const;
  let [information, entropy] = [0, 0];
  for (const cells of joint)
    for (const [column, p] of cells.entries()) {
      if (p === 0) continue;
      const whole = (cells[0] + cells[1]) * ((joint[0][column] ?? 0) + (joint[1][column] ?? 0));
      information += p * Math.log(p / whole);
      entropy -= p * Math.log(p);
    }
  return entropy > 0 ? information / entropy : 0;
}

/** The best level of a unit for a concept; level 0 and ratio 0 where none is any good, as in the published code. */
export interface BestLevel {
  readonly level: number;
  readonly ratio: number;
}

/** Rows of pixel counts a bucket of the unit's upsampled activations: all pixels, then each class. */
interface Histogram {
  readonly rowOf: Int32Array;
  rows: Uint32Array;
  used: number;
}

/** Joint counts of the activations of units and the classes of pixels, taken in picture by picture. */
export class JointLevels {
  /** Class ids are below this; grows with the ids that are met. */
  classes = 0;
  readonly #units: Histogram[];
  #cover = new Float64Array(0);
  #pixels = 0;

  constructor(units: number) {
    this.#units = Array.from({ length: units }, () => ({
      rowOf: new Int32Array(BUCKETS).fill(-1),
      rows: new Uint32Array(64),
      used: 0,
    }));
  }

  get units(): number {
    return this.#units.length;
  }

  /** The class ids of one picture. To be called once a picture, before its activations. */
  addPicture(ids: ArrayLike<number>): void {
    this.#pixels += ids.length;
    this.#widen(highestId(ids) + 1);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      if (id >= 0) (this.#cover[id] as number)++;
    }
  }

  /** A unit's upsampled activations on the same picture. */
  add(unit: number, values: ArrayLike<number>, ids: ArrayLike<number>): void {
    const histogram = this.#units[unit] as Histogram;
    for (let i = 0; i < values.length; i++) {
      const row = this.#row(histogram, bucketOf(values[i] as number));
      const id = ids[i] as number;
      (histogram.rows[row] as number)++;
      if (id >= 0) (histogram.rows[row + 1 + id] as number)++;
    }
  }

  merge(other: JointLevels): void {
    this.#pixels += other.#pixels;
    this.#widen(other.classes);
    for (let c = 0; c < other.classes; c++)
      this.#cover[c] = (this.#cover[c] as number) + (other.#cover[c] as number);
    for (const [unit, from] of other.#units.entries()) {
      const into = this.#units[unit] as Histogram;
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        const at = from.rowOf[bucket] as number;
        if (at < 0) continue;
        const row = this.#row(into, bucket);
        for (let k = 0; k <= other.classes; k++)
          into.rows[row + k] = (into.rows[row + k] as number) + (from.rows[at + k] as number);
      }
    }
  }

  /** The level with the best ratio for class `id`. */
  best(unit: number, id: number): BestLevel {
    const { rowOf, rows } = this.#units[unit] as Histogram;
    const pixels = this.#pixels;
    const concept = (this.#cover[id] ?? 0) / pixels;
    let best: BestLevel = { level: 0, ratio: 0 };
    if (!(concept >= LEAST_COVER)) return best;
    let [above, both, bucket] = [0, 0, BUCKETS - 1];
    const lower = () => {
      const row = rowOf[bucket--] as number;
      if (row < 0) return;
      above += rows[row] as number;
      both += rows[row + 1 + id] as number;
    };
    for (const fraction of FRACTIONS.slice(0, -1)) {
      while (bucket > 0 && above + countOf(rowOf, rows, bucket) <= fraction * pixels) lower();
      const level = upperEnd(bucket);
      if (level <= 0) break;
      const [unitShare, joint] = [above / pixels, both / pixels];
      if (1 - unitShare - concept + 2 * joint <= LEAST_AGREEMENT) continue;
      const ratio = informationRatio(joint, unitShare, concept);
      if (ratio > best.ratio) best = { level, ratio };
    }
    return best;
  }

  /** Makes room for more classes: every row gets longer. */
  #widen(classes: number): void {
    if (classes <= this.classes) return;
    const [before, after] = [this.classes + 1, classes + 1];
    for (const histogram of this.#units) {
      const rows = new Uint32Array(Math.max(64, histogram.used) * after);
      for (let row = 0; row < histogram.used; row++)
        rows.set(histogram.rows.subarray(row * before, (row + 1) * before), row * after);
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        const at = histogram.rowOf[bucket] as number;
        if (at >= 0) histogram.rowOf[bucket] = (at / before) * after;
      }
      histogram.rows = rows;
    }
    const cover = new Float64Array(classes);
    cover.set(this.#cover);
    this.#cover = cover;
    this.classes = classes;
  }

  #row(histogram: Histogram, bucket: number): number {
    const known = histogram.rowOf[bucket] as number;
    if (known >= 0) return known;
    const row = histogram.used * (this.classes + 1);
    if (row >= histogram.rows.length) {
      const grown = new Uint32Array(2 * row);
      grown.set(histogram.rows);
      histogram.rows = grown;
    }
    histogram.used++;
    histogram.rowOf[bucket] = row;
    return row;
  }
}

function countOf(rowOf: Int32Array, rows: Uint32Array, bucket: number): number {
  const row = rowOf[bucket] as number;
  return row < 0 ? 0 : (rows[row] as number);
}
