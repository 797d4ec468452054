import type { GeneratorCard, Layer } from "../card.ts";

export const rangeNames = ["coarse", "middle", "fine"] as const;
export type RangeName = (typeof rangeNames)[number];

/** The range of resolutions that a layer belongs to by its generator's card: the first that ends at or above it, else fine. */
export function rangeOf(card: GeneratorCard, { resolution }: Layer): RangeName {
  return rangeNames.find((name) => resolution <= card.ranges[name][1]) ?? "fine";
}

/** What each range takes: an unwired middle takes coarse's, an unwired fine takes middle's (contract, section 4). */
export function styleOfRange<T>(coarse: T, middle: T | undefined, fine: T | undefined): Record<RangeName, T> {
  return { coarse, middle: middle ?? coarse, fine: fine ?? middle ?? coarse };
}
