import type { Wire } from "../../../engine/document.ts";
import type { Whole } from "../../../engine/expansion.ts";
import { rangeNames } from "../../../engine/gan/ranges.ts";

/**
 * Why a synthesis and its chain of layers would give other pictures: a chain makes as many samples of noise as the styles so
 * far have, a synthesis as many as the longest. Null where they give the same.
 */
export function noiseProblem(
  inputs: ReadonlyMap<string, Wire["from"]>,
  samples: Whole["samples"],
): string | null {
  if (!inputs.has("noise")) return null;
  const counts = rangeNames.flatMap((range) => {
    const from = inputs.get(range);
    return from ? [{ range, count: samples(from) }] : [];
  });
  const [first] = counts;
  if (!first || counts.every(({ range }) => String(inputs.get(range)) === String(inputs.get(first.range))))
    return null;
  if (counts.some(({ count }) => count === null))
    return "With noise, all styles must have as many samples: let them be computed first.";
  const other = counts.find(({ count }) => count !== first.count);
  if (!other) return null;
  return `With noise, all styles must have as many samples: ${first.range} has ${first.count}, ${other.range} ${other.count}. Repeat the single one first.`;
}
