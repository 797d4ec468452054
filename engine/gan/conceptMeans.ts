import type { HostTensor } from "../tensor.ts";
import type { Features } from "../values.ts";
import { bilinearTaps } from "./bilinear.ts";

/** Sums of each unit's upsampled map over the pixels of one concept (gandissect's class-weighted mean activation). */
export class ConceptMeans {
  samples = 0;
  pixels = 0;
  readonly of: Pick<Features, "generator" | "layer">;
  readonly #sums: Float64Array;

  constructor(of: Pick<Features, "generator" | "layer">, units: number) {
    this.of = of;
    this.#sums = new Float64Array(units);
  }

  /** Takes features [n, units, h, w] and class ids [n, H, W]; counts the pixels with class `id`. */
  add(features: HostTensor, ids: HostTensor, id: number): void {
    const [n = 0, units = 0, h = 0, w = 0] = features.shape;
    this.samples += n;
    for (let sample = 0; sample < n; sample++) {
      const weights = this.#cellWeights(ids, sample, id, [h, w]);
      for (let unit = 0; unit < units; unit++) {
        const start = (sample * units + unit) * h * w;
        let sum = 0;
        for (const [cell, weight] of weights.entries())
          if (weight > 0) sum += weight * (features.data[start + cell] as number);
        this.#sums[unit] = (this.#sums[unit] as number) + sum;
      }
    }
  }

  merge(other: ConceptMeans): void {
    this.samples += other.samples;
    this.pixels += other.pixels;
    for (const [unit, sum] of other.#sums.entries()) this.#sums[unit] = (this.#sums[unit] as number) + sum;
  }

  levels(): Float32Array {
    return Float32Array.from(this.#sums, (sum) => sum / this.pixels);
  }

  /** How much each cell counts: upsampling is linear, so the pixels' shares of the cells are summed once for all units. */
  #cellWeights(
    { shape, data }: HostTensor,
    sample: number,
    id: number,
    [h, w]: readonly [number, number],
  ): Float64Array {
    const [, rows = 0, columns = 0] = shape;
    const [vertical, horizontal] = [bilinearTaps(h, rows), bilinearTaps(w, columns)];
    const weights = new Float64Array(h * w);
    const put = (row: number, column: number, weight: number) => {
      weights[row * w + column] = (weights[row * w + column] as number) + weight;
    };
    for (let i = 0; i < rows * columns; i++) {
      if (data[sample * rows * columns + i] !== id) continue;
      this.pixels++;
      const [y, x] = [Math.floor(i / columns), i % columns];
      const [down, right] = [vertical.share[y] as number, horizontal.share[x] as number];
      const [top, bottom] = [vertical.low[y] as number, vertical.high[y] as number];
      const [left, end] = [horizontal.low[x] as number, horizontal.high[x] as number];
      put(top, left, (1 - down) * (1 - right));
      put(top, end, (1 - down) * right);
      put(bottom, left, down * (1 - right));
      put(bottom, end, down * right);
    }
    return weights;
  }
}
