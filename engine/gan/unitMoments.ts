import type { HostTensor } from "../tensor.ts";

/** One unit's values so far. The sum of squares is that of differences from the mean: none is lost where the mean is large. */
interface Moments {
  count: number;
  mean: number;
  squares: number;
  least: number;
  greatest: number;
  /** Values above 0. */
  active: number;
}

const noMoments = (): Moments => ({
  count: 0,
  mean: 0,
  squares: 0,
  least: Number.POSITIVE_INFINITY,
  greatest: Number.NEGATIVE_INFINITY,
  active: 0,
});

/**
 * Statistics of each unit over all samples and positions. Where there is NaN among its values, all is NaN but for the share above
 * 0; where there is an infinite one, the deviation is.
 */
export class UnitMoments {
  samples = 0;
  readonly #units: Moments[];

  constructor(units: number) {
    this.#units = Array.from({ length: units }, noMoments);
  }

  /** Takes features [n, units, h, w]. */
  add({ shape, data }: HostTensor): void {
    const [n = 0, units = 0, h = 0, w = 0] = shape;
    this.samples += n;
    for (let map = 0; map < n * units; map++)
      join(this.#units[map % units] as Moments, momentsOf(data.subarray(map * h * w, (map + 1) * h * w)));
  }

  merge(other: UnitMoments): void {
    this.samples += other.samples;
    for (const [unit, moments] of other.#units.entries()) join(this.#units[unit] as Moments, moments);
  }

  /** A row a unit: unit, mean, deviation (biased), least, greatest, share above 0. */
  rows(): number[][] {
    return this.#units.map(({ count, mean, squares, least, greatest, active }, unit) => [
      unit,
      mean,
      Math.sqrt(squares / count),
      least,
      greatest,
      active / count,
    ]);
  }
}

function momentsOf(values: ArrayLike<number>): Moments {
  const moments = noMoments();
  moments.count = values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    sum += value;
    moments.least = Math.min(moments.least, value);
    moments.greatest = Math.max(moments.greatest, value);
    if (value > 0) moments.active++;
  }
  const { least, greatest } = moments;
  moments.mean = least === greatest ? least : sum / values.length;
  for (let i = 0; i < values.length; i++) moments.squares += ((values[i] as number) - moments.mean) ** 2;
  return moments;
}

/** Takes `b` into `a`. Chan, Golub and LeVeque 1979. */
function join(a: Moments, b: Moments): void {
  if (b.count === 0) return;
  const count = a.count + b.count;
  const step = b.mean === a.mean ? 0 : b.mean - a.mean;
  a.squares += b.squares + (step * step * a.count * b.count) / count;
  a.mean += Number.isFinite(step) ? (step * b.count) / count : b.mean;
  a.count = count;
  a.least = Math.min(a.least, b.least);
  a.greatest = Math.max(a.greatest, b.greatest);
  a.active += b.active;
}
