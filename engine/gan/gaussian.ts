/** Sums of vectors and of their products: mean and covariance, of parts merged in any order. */
export class GaussianSums {
  samples = 0;
  readonly #sum: number[] = [];
  readonly #products: number[][] = [];

  add(vector: ArrayLike<number>): void {
    this.samples++;
    this.#grow(vector.length);
    for (let i = 0; i < vector.length; i++) {
      const row = this.#products[i] as number[];
      this.#sum[i] = (this.#sum[i] as number) + (vector[i] as number);
      for (let j = 0; j < vector.length; j++)
        row[j] = (row[j] as number) + (vector[i] as number) * (vector[j] as number);
    }
  }

  merge(other: GaussianSums): void {
    this.samples += other.samples;
    this.#grow(other.#sum.length);
    for (const [i, sum] of other.#sum.entries()) {
      this.#sum[i] = (this.#sum[i] as number) + sum;
      const row = this.#products[i] as number[];
      for (const [j, product] of (other.#products[i] ?? []).entries()) row[j] = (row[j] as number) + product;
    }
  }

  get size(): number {
    return this.#sum.length;
  }

  mean(index: number): number {
    return (this.#sum[index] ?? 0) / this.samples;
  }

  /** The unbiased covariance of the first `size` entries; zeros for a single sample. */
  covariance(size: number): number[][] {
    const n = this.samples;
    const between = (i: number, j: number) =>
      n < 2 ? 0 : ((this.#products[i]?.[j] ?? 0) - n * this.mean(i) * this.mean(j)) / (n - 1);
    const indices = Array.from({ length: size }, (_, index) => index);
    return indices.map((i) => indices.map((j) => between(i, j)));
  }

  #grow(size: number): void {
    while (this.#sum.length < size) {
      for (const row of this.#products) row.push(0);
      this.#sum.push(0);
      this.#products.push(new Array<number>(this.#sum.length).fill(0));
    }
  }
}

/**
 * The Frechet distance of two normal distributions (Heusel et al. 2017, equation 6): the squared distance of the means plus
 * trace(A + B - 2 (A B)^(1/2)), where the root's trace is the sum of the roots of the product's eigenvalues.
 */
export async function frechetDistance(a: GaussianSums, b: GaussianSums): Promise<number> {
  const { EigenvalueDecomposition, Matrix } = await import("ml-matrix");
  const size = Math.max(a.size, b.size);
  const [first, second] = [new Matrix(a.covariance(size)), new Matrix(b.covariance(size))];
  const eigenvalues = new EigenvalueDecomposition(first.mmul(second)).realEigenvalues;
  const root = eigenvalues.reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
  let means = 0;
  for (let i = 0; i < size; i++) means += (a.mean(i) - b.mean(i)) ** 2;
  return Math.max(0, means + first.trace() + second.trace() - 2 * root);
}
