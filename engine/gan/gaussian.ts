/**
 * Mean and covariance of vectors, of parts merged in any order. What is summed are products of differences from the mean, so
 * that no digits are lost where the mean is large. Chan, Golub and LeVeque 1979.
 */
export class GaussianSums {
  samples = 0;
  readonly #mean: number[] = [];
  readonly #products: number[][] = [];

  add(vector: ArrayLike<number>): void {
    this.#join(1, Array.from(vector), []);
  }

  merge(other: GaussianSums): void {
    this.#join(other.samples, other.#mean, other.#products);
  }

  get size(): number {
    return this.#mean.length;
  }

  mean(index: number): number {
    return this.samples === 0 ? Number.NaN : (this.#mean[index] ?? 0);
  }

  /** The unbiased covariance of the first `size` entries; zeros for a single sample. */
  covariance(size: number): number[][] {
    const n = this.samples;
    const indices = Array.from({ length: size }, (_, index) => index);
    return indices.map((i) => indices.map((j) => (n < 2 ? 0 : (this.#products[i]?.[j] ?? 0) / (n - 1))));
  }

  /** Entries that vectors so far lacked were 0 in them. */
  #join(samples: number, mean: readonly number[], products: readonly (readonly number[])[]): void {
    if (samples === 0) return;
    this.#grow(mean.length);
    const together = this.samples + samples;
    const weight = (this.samples * samples) / together;
    const steps = this.#mean.map((own, i) => (mean[i] ?? 0) - own);
    for (const [i, row] of this.#products.entries())
      for (let j = 0; j < row.length; j++)
        row[j] =
          (row[j] as number) + (products[i]?.[j] ?? 0) + (steps[i] as number) * (steps[j] as number) * weight;
    for (const [i, step] of steps.entries())
      this.#mean[i] = (this.#mean[i] as number) + (step * samples) / together;
    this.samples = together;
  }

  #grow(size: number): void {
    while (this.#mean.length < size) {
      for (const row of this.#products) row.push(0);
      this.#mean.push(0);
      this.#products.push(new Array<number>(this.#mean.length).fill(0));
    }
  }
}

/** Eigenvalues below this share of the largest are rounding; a root would blow it up. */
const LEAST_EIGENVALUE = 1e-14;

/**
 * The Frechet distance of two normal distributions (Heusel et al. 2017, equation 6): the squared distance of the means plus
 * trace(A + B - 2 (A B)^(1/2)), where the root's trace is the sum of the roots of the product's eigenvalues.
 */
export async function frechetDistance(a: GaussianSums, b: GaussianSums): Promise<number> {
  const { EigenvalueDecomposition, Matrix } = await import("ml-matrix");
  const size = Math.max(a.size, b.size);
  const [first, second] = [new Matrix(a.covariance(size)), new Matrix(b.covariance(size))];
  const eigenvalues = new EigenvalueDecomposition(first.mmul(second)).realEigenvalues;
  const least = LEAST_EIGENVALUE * Math.max(...eigenvalues);
  const root = eigenvalues.reduce((sum, value) => sum + (value > least ? Math.sqrt(value) : 0), 0);
  let means = 0;
  for (let i = 0; i < size; i++) means += (a.mean(i) - b.mean(i)) ** 2;
  return Math.max(0, means + first.trace() + second.trace() - 2 * root);
}
