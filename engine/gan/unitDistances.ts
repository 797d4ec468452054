/** How much nearer to real pictures generated ones come without each unit. */
import type { Features } from "../values.ts";
import { frechetDistance, GaussianSums } from "./gaussian.ts";
import type { Edited } from "./singleEdits.ts";

/** Shares of the pixels in percent: of real pictures, of generated ones, and of those without each unit alone. */
export class UnitDistances {
  readonly of: Pick<Features, "generator" | "layer">;
  readonly real = new GaussianSums();
  readonly before = new GaussianSums();
  readonly units = new Map<number, GaussianSums>();

  constructor({ generator, layer }: Pick<Features, "generator" | "layer">) {
    this.of = { generator, layer };
  }

  get samples(): number {
    return this.before.samples;
  }

  /** Takes the edits of some samples and what as many real pictures show. */
  async add(edits: AsyncIterable<Edited>, real: readonly Float64Array[]): Promise<void> {
    addPercent(this.real, real);
    for await (const { unit, shares } of edits)
      addPercent(unit === null ? this.before : this.#sumsOf(unit), shares);
  }

  merge(other: UnitDistances): void {
    this.real.merge(other.real);
    this.before.merge(other.before);
    for (const [unit, sums] of other.units) this.#sumsOf(unit).merge(sums);
  }

  /** A row a unit: unit, before, after, effect, relative; the unit whose ablation brings the pictures nearest comes first. */
  async rows(): Promise<(number | null)[][]> {
    const was = await frechetDistance(this.before, this.real);
    const rows: [unit: number, is: number][] = [];
    for (const [unit, sums] of this.units) rows.push([unit, await frechetDistance(sums, this.real)]);
    return rows
      .sort((a, b) => a[1] - b[1] || a[0] - b[0])
      .map(([unit, is]) => [unit, was, is, is - was, was > 0 ? (is - was) / was : null]);
  }

  #sumsOf(unit: number): GaussianSums {
    const sums = this.units.get(unit) ?? new GaussianSums();
    this.units.set(unit, sums);
    return sums;
  }
}

function addPercent(sums: GaussianSums, shares: readonly Float64Array[]): void {
  for (const each of shares) sums.add(each.map((share) => 100 * share));
}
