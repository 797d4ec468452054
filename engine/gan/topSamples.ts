/** The samples that drive each unit most, kept while all pass by (gandissect's top images of a unit). */
import { type HostTensor, tensor } from "../tensor.ts";
import { outlined } from "./unitPictures.ts";

interface Top {
  readonly sample: number;
  readonly peak: number;
  /** [3, H, W]. */
  readonly picture: Float32Array;
  /** The unit's map, [h, w]. */
  readonly map: Float32Array;
}

export class TopSamples {
  samples = 0;
  /** Thresholds by unit where they were wired. */
  levels: ArrayLike<number> | null = null;
  readonly units: readonly number[];
  readonly count: number;
  readonly #tops: Top[][];
  #pictureSize: readonly [number, number] = [0, 0];
  #mapSize: readonly [number, number] = [0, 0];

  constructor(units: readonly number[], count: number) {
    this.units = units;
    this.count = count;
    this.#tops = units.map(() => []);
  }

  /** Takes pictures [n, 3, H, W] and features [n, units, h, w] of samples from `from` on. */
  add(pictures: HostTensor, features: HostTensor, from: number): void {
    const [n = 0, , rows = 0, columns = 0] = pictures.shape;
    const [, units = 0, h = 0, w = 0] = features.shape;
    this.#pictureSize = [rows, columns];
    this.#mapSize = [h, w];
    this.samples += n;
    const pictureLength = 3 * rows * columns;
    for (let sample = 0; sample < n; sample++)
      for (const [place, unit] of this.units.entries()) {
        const at = (sample * units + unit) * h * w;
        const map = features.data.subarray(at, at + h * w) as Float32Array;
        const peak = peakOf(map);
        if (!this.#enters(place, peak, from + sample)) continue;
        const start = sample * pictureLength;
        const picture = pictures.data.slice(start, start + pictureLength) as Float32Array;
        this.#put(place, { sample: from + sample, peak, picture, map: map.slice() });
      }
  }

  merge(other: TopSamples): void {
    this.samples += other.samples;
    this.levels ??= other.levels;
    if (this.#mapSize[0] === 0) {
      this.#pictureSize = other.#pictureSize;
      this.#mapSize = other.#mapSize;
    }
    for (const [place, tops] of other.#tops.entries()) for (const top of tops) this.#put(place, top);
  }

  /** [units * k, 3, H, W]: for each unit its k samples, the strongest first; k is the count, or all samples there were. */
  pictures(crop: boolean): HostTensor {
    const [rows, columns] = this.#pictureSize;
    const drawn = this.#tops.flatMap((tops, place) =>
      tops.map(({ picture, map }) => {
        const threshold = this.levels?.[this.units[place] as number] ?? (tops[0]?.peak ?? 0) / 2;
        return outlined(picture, this.#pictureSize, map, this.#mapSize, { threshold, crop });
      }),
    );
    const data = new Float32Array(drawn.length * 3 * rows * columns);
    for (const [index, picture] of drawn.entries()) data.set(picture, index * 3 * rows * columns);
    return tensor([drawn.length, 3, rows, columns], data);
  }

  /** A row a picture: unit, rank from 1 on, sample, peak. */
  rows(): number[][] {
    return this.#tops.flatMap((tops, place) =>
      tops.map(({ sample, peak }, rank) => [this.units[place] as number, rank + 1, sample, peak]),
    );
  }

  #enters(place: number, peak: number, sample: number): boolean {
    const tops = this.#tops[place] as Top[];
    const last = tops.length < this.count ? null : tops.at(-1);
    return !last || peak > last.peak || (peak === last.peak && sample < last.sample);
  }

  #put(place: number, top: Top): void {
    const tops = this.#tops[place] as Top[];
    tops.push(top);
    tops.sort((a, b) => b.peak - a.peak || a.sample - b.sample);
    tops.length = Math.min(tops.length, this.count);
  }
}

/** The largest number; NaN is none, and a map of nothing else comes after all others. */
function peakOf(map: Float32Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of map) if (value > most) most = value;
  return most;
}
