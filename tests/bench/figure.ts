/** One thing that was measured, beside what was aimed at. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly reached: number;
  /** Null where none was set. */
  readonly aim: number | null;
  readonly unit: "x" | "ms" | "s" | "kB";
  /** The single measurements behind the median, or the parts behind a sum. */
  readonly detail: Readonly<Record<string, number | string | readonly number[]>>;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}
