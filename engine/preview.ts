/** Small pictures of values, made in the worker and transferred to the page. */
import type { Chart } from "./chart.ts";
import type { EvolutionPicture } from "./evolutionPicture.ts";
import type { UnitPeak } from "./gan/dissectJson.ts";
import type { UnitCards } from "./gan/unitCards.ts";
import type { Sort } from "./node.ts";
import type { AtPlace } from "./place.ts";
import type { Plane } from "./plane.ts";
import type { Scores } from "./values.ts";

export type Preview =
  /** RGBA pixels of up to `limit` samples; `total` samples exist. */
  | {
      readonly kind: "pixels";
      readonly width: number;
      readonly height: number;
      readonly samples: readonly Uint8ClampedArray<ArrayBuffer>[];
      readonly total: number;
      /** Samples side by side in a row where the view says so. */
      readonly columns: number | null;
      /** The cells of the layer that the picture is painted into, where it is one to paint on. */
      readonly grid?: { readonly rows: number; readonly columns: number };
    }
  /** Two sets of pictures to hold against each other. */
  | {
      readonly kind: "comparison";
      readonly a: Preview & { kind: "pixels" };
      readonly b: Preview & { kind: "pixels" };
      readonly mode: string;
    }
  /** A row of grey levels a sample, 0 to 255. */
  | {
      readonly kind: "bars";
      readonly rows: number;
      readonly columns: number;
      readonly levels: Uint8ClampedArray<ArrayBuffer>;
    }
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      /** The first of `total` rows. */
      readonly rows: readonly (readonly (string | number | null)[])[];
      readonly total: number;
      /** What the rows follow, where a view says so; null where they stand as they came. */
      readonly sort: Sort | null;
    }
  | { readonly kind: "chart"; readonly chart: Chart }
  | (Plane & { readonly kind: "plane" })
  | EvolutionPicture
  | (AtPlace & { readonly kind: "place"; readonly picture: Preview & { kind: "pixels" } })
  | (UnitCards & {
      readonly kind: "units";
      readonly scores: Scores;
      readonly peaks: readonly (readonly UnitPeak[])[];
      readonly pictures: UnitPictures | null;
    })
  | { readonly kind: "words"; readonly text: string };

/** RGBA pictures: `each` of every one of `units`, in their order. */
export interface UnitPictures {
  readonly width: number;
  readonly height: number;
  readonly each: number;
  readonly units: readonly number[];
  readonly samples: readonly Uint8ClampedArray<ArrayBuffer>[];
}
