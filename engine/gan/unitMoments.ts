import type { HostTensor } from "../tensor.ts";

/** Sums over all samples and positions of each unit's values. */
export class UnitMoments {
  samples = 0;
  #values = 0;
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;
  readonly #active: Float64Array;

  constructor(units: number) {
    const zeros = () => new Float64Array(units);
    this.#sum = zeros();
    this.#squares = zeros();
    this.#active = zeros();
    this.#least = zeros().fill(Number.POSITIVE_INFINITY);
    this.#greatest = zeros().fill(Number.NEGATIVE_INFINITY);
  }

  /** Takes features [n, units, h, w]. */
  add({ shape, data }: HostTensor): void {
    const [n = 0, units = 0, h = 0, w = 0] = shape;
    this.samples += n;
    this.#values += n * h * w;
    for (let map = 0; map < n * units; map++)
      for (let i = map * h * w; i < (map + 1) * h * w; i++) this.#take(map % units, data[i] as number);
  }

  merge(other: UnitMoments): void {
    this.samples += other.samples;
    this.#values += other.#values;
    for (let unit = 0; unit < this.#sum.length; unit++) {
      const plus = (own: Float64Array, more: Float64Array) => {
        own[unit] = (own[unit] as number) + (more[unit] as number);
      };
      plus(this.#sum, other.#sum);
      plus(this.#squares, other.#squares);
      plus(this.#active, other.#active);
      this.#least[unit] = Math.min(this.#least[unit] as number, other.#least[unit] as number);
      this.#greatest[unit] = Math.max(this.#greatest[unit] as number, other.#greatest[unit] as number);
    }
  }

  /** A row a unit: unit, mean, deviation (biased), least, greatest, share above 0. */
  rows(): number[][] {
    return Array.from(this.#sum, (sum, unit) => {
      const mean = sum / this.#values;
      const variance = Math.max(0, (this.#squares[unit] as number) / this.#values - mean * mean);
      const [least, greatest] = [this.#least[unit] as number, this.#greatest[unit] as number];
      return [
        unit,
        mean,
        Math.sqrt(variance),
        least,
        greatest,
        (this.#active[unit] as number) / this.#values,
      ];
    });
  }

  #take(unit: number, value: number): void {
    (this.#sum[unit] as number) += value;
    (this.#squares[unit] as number) += value * value;
    if (value > 0) (this.#active[unit] as number)++;
    if (value < (this.#least[unit] as number)) this.#least[unit] = value;
    if (value > (this.#greatest[unit] as number)) this.#greatest[unit] = value;
  }
}
