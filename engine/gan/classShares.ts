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

/** Sums over samples of what each class takes, and of squared differences from the mean: means, and how sure they are. */
export class ShareSums {
  samples = 0;
  readonly sum: number[] = [];
  readonly squares: number[] = [];
  /** Samples in which the class occurs, or that differ from 0. */
  readonly occurs: number[] = [];

  add(values: ArrayLike<number>): void {
    const sum = Array.from(values);
    const occurs = sum.map((value) => (value === 0 ? 0 : 1));
    this.#join({ samples: 1, sum, squares: [], occurs });
  }

  merge(other: ShareSums): void {
    if (other.samples > 0) this.#join(other);
  }

  mean(id: number): number {
    return (this.sum[id] ?? 0) / this.samples;
  }

  /** The standard error of the mean; null for a single sample. */
  error(id: number): number | null {
    const n = this.samples;
    return n < 2 ? null : Math.sqrt((this.squares[id] ?? 0) / (n - 1) / n);
  }

  /** Classes that samples so far lacked took 0 of them. Chan, Golub and LeVeque 1979. */
  #join({ samples, sum, squares, occurs }: Pick<ShareSums, "samples" | "sum" | "squares" | "occurs">): void {
    const weight = (this.samples * samples) / (this.samples + samples);
    for (let id = 0; id < Math.max(sum.length, this.sum.length); id++) {
      const [own, more] = [this.sum[id] ?? 0, sum[id] ?? 0];
      const step = this.samples === 0 ? 0 : more / samples - own / this.samples;
      this.squares[id] = (this.squares[id] ?? 0) + (squares[id] ?? 0) + step * step * weight;
      this.sum[id] = own + more;
      this.occurs[id] = (this.occurs[id] ?? 0) + (occurs[id] ?? 0);
    }
    this.samples += samples;
  }
}

/** What was gathered over samples. Throws Fault where there were none. */
export function requireSamples<T extends { readonly samples: number }>(gathered: T | null, port: string): T {
  if (gathered && gathered.samples > 0) return gathered;
  throw new Fault("there are no samples", { port, cure: "Ask for at least one (a larger count)." });
}
