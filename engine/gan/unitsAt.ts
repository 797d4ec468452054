/** Which units are strong in one cell of a layer. */
import type { Cell } from "../place.ts";
import type { HostTensor } from "../tensor.ts";

/** What each unit of features [n, units, h, w] is in one cell of one sample. */
export function activationsAt(
  { shape, data }: HostTensor,
  sample: number,
  { row, column }: Cell,
): Float64Array {
  const [, units = 0, h = 0, w = 0] = shape;
  return Float64Array.from(
    { length: units },
    (_, unit) => data[((sample * units + unit) * h + row) * w + column] as number,
  );
}

/**
 * How many of a unit's standard deviations (biased) each level lies above the unit's mean, over all samples and cells of
 * features [n, units, h, w]; what is not finite is left out. NaN for a unit that has one value everywhere.
 */
export function deviationsAbove(levels: ArrayLike<number>, { shape, data }: HostTensor): Float64Array {
  const [n = 0, units = 0, h = 0, w = 0] = shape;
  return Float64Array.from({ length: units }, (_, unit) => {
    const level = levels[unit] as number;
    // Counted from the level, so that a unit of one value has a variance of exactly 0.
    let [count, sum, squares] = [0, 0, 0];
    for (let sample = 0; sample < n; sample++) {
      const start = (sample * units + unit) * h * w;
      for (let i = start; i < start + h * w; i++) {
        const gap = (data[i] as number) - level;
        if (!Number.isFinite(gap)) continue;
        count++;
        sum += gap;
        squares += gap * gap;
      }
    }
    const variance = squares / count - (sum / count) ** 2;
    return variance > 0 ? -sum / count / Math.sqrt(variance) : Number.NaN;
  });
}

/** Each activation as a multiple of its unit's threshold; NaN where that is not above 0 and nothing can be a multiple of it. */
export function timesThreshold(activations: ArrayLike<number>, thresholds: ArrayLike<number>): Float64Array {
  return Float64Array.from(activations, (activation, unit) => {
    const level = thresholds[unit] as number;
    return level > 0 ? activation / level : Number.NaN;
  });
}

/** The units of the largest finite strengths, at most `count` of them, the strongest first; equal ones by number. */
export function strongest(strengths: ArrayLike<number>, count: number): number[] {
  return Array.from(strengths, (strength, unit) => ({ strength, unit }))
    .filter(({ strength }) => Number.isFinite(strength))
    .sort((a, b) => b.strength - a.strength || a.unit - b.unit)
    .slice(0, count)
    .map(({ unit }) => unit);
}
