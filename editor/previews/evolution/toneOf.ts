import type { Mutation } from "../../../engine/gan/evolution.ts";

/** The class of a mutation's ink: the last of the run is the strongest, as in the charts. */
export const toneOf = (mutations: readonly Mutation[], mutation: Mutation): string =>
  `tone-${mutations.length - 1 - mutations.indexOf(mutation)}`;
