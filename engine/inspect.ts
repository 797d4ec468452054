/** A closer look at one value, for the inspector. */
import type { Preview } from "./preview.ts";

export interface Inspection {
  readonly type: string;
  readonly shape: readonly number[] | null;
  readonly bytes: number;
  /** Over the finite numbers of the whole value; null for values without a tensor. */
  readonly stats: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly std: number;
    /** Numbers that are NaN or infinite. */
    readonly bad: number;
    /** Counts in equal bins from min to max. */
    readonly histogram: readonly number[];
  } | null;
  /** Samples there are, and the one shown by `picture` and `units`. */
  readonly samples: number;
  readonly sample: number;
  readonly picture: Preview | null;
  /** Maps of the most varied units of the sample, most varied first (features only). */
  readonly units: readonly { readonly unit: number; readonly picture: Preview }[];
}
