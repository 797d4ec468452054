/** Counting where units and concepts coincide (Bau et al. 2018, section 3.1). */
import type { Scores } from "../values.ts";
import { type ClassNames, conceptsOf } from "./concepts.ts";

/** Pixels, summed over samples. All but `units` grow with the class ids that are met. */
export class Overlaps {
  samples = 0;
  /** Pixels above the threshold, a unit. */
  readonly unit: Float64Array;
  /** Pixels of each class. */
  readonly concept: number[] = [];
  /** Pixels of each class above the threshold, [class][unit]. */
  readonly both: Float64Array[] = [];
  names: ClassNames | null = null;
  /** Where the thresholds are from, and their levels. */
  of: Pick<Scores, "generator" | "layer" | "quantile" | "thresholds"> | null = null;

  constructor(units: number) {
    this.unit = new Float64Array(units);
  }

  /** Counts of the kernel `unitCounts`, int32 [units, classes + 1], and the class ids they were counted with. */
  add(counts: ArrayLike<number>, classes: number, ids: ArrayLike<number>): void {
    this.#grow(classes);
    for (let unit = 0; unit < this.unit.length; unit++)
      for (let id = 0; id <= classes; id++) {
        const count = counts[unit * (classes + 1) + id] as number;
        this.unit[unit] = (this.unit[unit] as number) + count;
        const row = this.both[id];
        if (id < classes && row) row[unit] = (row[unit] as number) + count;
      }
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      if (id >= 0 && id < classes) (this.concept[id] as number)++;
    }
  }

  merge(other: Overlaps): void {
    this.#grow(other.concept.length);
    this.samples += other.samples;
    this.names ??= other.names;
    this.of ??= other.of;
    for (const [unit, count] of other.unit.entries()) this.unit[unit] = (this.unit[unit] as number) + count;
    for (const [id, count] of other.concept.entries()) this.concept[id] = (this.concept[id] ?? 0) + count;
    for (const [id, row] of other.both.entries())
      for (const [unit, count] of row.entries()) {
        const into = this.both[id] as Float64Array;
        into[unit] = (into[unit] as number) + count;
      }
  }

  /** Intersection over union, sums before the division; 0 where both are empty. */
  iou(unit: number, id: number): number {
    const both = this.both[id]?.[unit] ?? 0;
    const either = (this.unit[unit] as number) + (this.concept[id] ?? 0) - both;
    return either > 0 ? both / either : 0;
  }

  #grow(classes: number): void {
    while (this.concept.length < classes) {
      this.concept.push(0);
      this.both.push(new Float64Array(this.unit.length));
    }
  }
}

/** The agreement of every unit with every concept. */
export function scoresOf(overlaps: Overlaps): Scores {
  const names = overlaps.names ?? { classes: null, ignore: [] };
  const concepts = conceptsOf(names, overlaps.concept.length - 1);
  const { generator = null, layer = null, quantile = null, thresholds = [] } = overlaps.of ?? {};
  return {
    type: "scores",
    generator,
    layer,
    quantile,
    thresholds,
    concepts: concepts.map(({ name }) => name),
    iou: Array.from(overlaps.unit, (_, unit) => concepts.map(({ id }) => overlaps.iou(unit, id))),
  };
}

/** The ids with those of samples in which no concept occurs made -1, which counts nothing. */
export function withoutEmptySamples(ids: Int32Array, samples: number, names: ClassNames): Int32Array {
  const concepts = new Set(
    conceptsOf(
      names,
      ids.reduce((most, id) => Math.max(most, id), 0),
    ).map(({ id }) => id),
  );
  const kept = Int32Array.from(ids);
  const area = ids.length / samples;
  for (let sample = 0; sample < samples; sample++) {
    const pixels = kept.subarray(sample * area, (sample + 1) * area);
    if (!pixels.some((id) => concepts.has(id))) pixels.fill(-1);
  }
  return kept;
}
