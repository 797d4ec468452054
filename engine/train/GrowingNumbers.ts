/** A list of numbers that grows; what was handed out before stays as it was. */
export class GrowingNumbers<T extends Float32Array | Int16Array> {
  #data: T;
  #length = 0;

  constructor(empty: T) {
    this.#data = empty;
  }

  push(values: ArrayLike<number>): void {
    const needed = this.#length + values.length;
    if (needed > this.#data.length) {
      const larger = new (this.#data.constructor as new (length: number) => T)(Math.max(64, 2 * needed));
      larger.set(this.#data.subarray(0, this.#length));
      this.#data = larger;
    }
    this.#data.set(values, this.#length);
    this.#length = needed;
  }

  /** All so far, without a copy. */
  get all(): T {
    return this.#data.subarray(0, this.#length) as T;
  }
}
