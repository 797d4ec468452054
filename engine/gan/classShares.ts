import { Fault } from "../fault.ts";
import type { HostTensor } from "../tensor.ts";

/** The share of each sample's pixels that each class takes, [n][classes]; ids beyond the classes take none. */
export function classShares({ data, shape }: HostTensor, classes: number): Float64Array[] {
  const [n = 0, h = 0, w = 0] = shape;
  const area = h * w;
  return Array.from({ length: n }, (_, sample) => {
    const shares = new Float64Array(classes);
    for (let i = sample * area; i < (sample + 1) * area; i++) {
      const id = data[i] as number;
      if (id >= 0 && id < classes) (shares[id] as number)++;
    }
    return shares.map((count) => count / area);
  });
}

/** Sums over samples of what each class takes, and of its square: means, and how sure they are. */
export class ShareSums {
  samples = 0;
  readonly sum: number[] = [];
  readonly squares: number[] = [];
  /** Samples in which the class occurs, or that differ from 0. */
  readonly occurs: number[] = [];

  add(values: ArrayLike<number>): void {
    this.samples++;
    for (let id = 0; id < values.length; id++)
      this.#put(id, values[id] as number, (values[id] as number) ** 2, values[id] === 0 ? 0 : 1);
  }

  merge(other: ShareSums): void {
    this.samples += other.samples;
    for (let id = 0; id < other.sum.length; id++)
      this.#put(id, other.sum[id] ?? 0, other.squares[id] ?? 0, other.occurs[id] ?? 0);
  }

  mean(id: number): number {
    return (this.sum[id] ?? 0) / this.samples;
  }

  /** The standard error of the mean; null for a single sample. */
  error(id: number): number | null {
    const n = this.samples;
    if (n < 2) return null;
    const variance = ((this.squares[id] ?? 0) - n * this.mean(id) ** 2) / (n - 1);
    return Math.sqrt(Math.max(0, variance) / n);
  }

  #put(id: number, sum: number, squares: number, occurs: number): void {
    this.sum[id] = (this.sum[id] ?? 0) + sum;
    this.squares[id] = (this.squares[id] ?? 0) + squares;
    this.occurs[id] = (this.occurs[id] ?? 0) + occurs;
  }
}

/** What was gathered over samples. Throws Fault where there were none. */
export function requireSamples<T extends { readonly samples: number }>(gathered: T | null, port: string): T {
  if (gathered && gathered.samples > 0) return gathered;
  throw new Fault("there are no samples", { port, cure: "Ask for at least one (a larger count)." });
}
