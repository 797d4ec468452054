/** Long courses made short enough to draw. A number that is not finite is a gap, NaN. */

/** `values[i]` at generation `at[i]`, counted from 1. */
export interface Curve {
  readonly at: Float32Array<ArrayBuffer>;
  readonly values: Float32Array<ArrayBuffer>;
}

const finite = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) ? value : Number.NaN;

/** The course as it is where it has at most `most` numbers, else the mean of each of `most` stretches. */
export function thinByMean(values: ArrayLike<number>, most: number): Curve {
  return thin(values, most, most, (from, to) => {
    let [sum, good] = [0, 0];
    for (let at = from; at < to; at++) {
      const value = finite(values[at]);
      if (Number.isNaN(value)) continue;
      sum += value;
      good++;
    }
    return [[(from + to - 1) / 2, good > 0 ? sum / good : Number.NaN]];
  });
}

/** The same with the least and the largest of each of `most` / 2 stretches, in their order: peaks stay. */
export function thinByExtremes(values: ArrayLike<number>, most: number): Curve {
  return thin(values, most, Math.floor(most / 2), (from, to) => {
    let [least, largest] = [-1, -1];
    for (let at = from; at < to; at++) {
      const value = finite(values[at]);
      if (Number.isNaN(value)) continue;
      if (least < 0 || value < (values[least] as number)) least = at;
      if (largest < 0 || value > (values[largest] as number)) largest = at;
    }
    if (least < 0) return [[(from + to - 1) / 2, Number.NaN]];
    return [...new Set([Math.min(least, largest), Math.max(least, largest)])].map((at) => [
      at,
      values[at] as number,
    ]);
  });
}

function thin(
  values: ArrayLike<number>,
  most: number,
  stretches: number,
  shorten: (from: number, to: number) => (readonly [at: number, value: number])[],
): Curve {
  const { length } = values;
  const pairs =
    length <= most
      ? Array.from({ length }, (_, at) => [at, finite(values[at])] as const)
      : Array.from({ length: stretches }, (_, i) =>
          shorten(Math.floor((i * length) / stretches), Math.floor(((i + 1) * length) / stretches)),
        ).flat();
  return {
    at: Float32Array.from(pairs, ([at]) => at + 1),
    values: Float32Array.from(pairs, ([, value]) => value),
  };
}

/** Every `stride`-th number from `from` on: the course of one child among several. */
export function everyNth(values: ArrayLike<number>, from: number, stride: number): Float32Array<ArrayBuffer> {
  const length = Math.max(0, Math.ceil((values.length - from) / stride));
  return Float32Array.from({ length }, (_, at) => values[from + at * stride] as number);
}
