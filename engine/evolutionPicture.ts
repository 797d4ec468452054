/** What is shown of a run of evolution: small enough to be sent several times a second. */
import type { Child, Measured, Snapshot } from "./gan/evolution.ts";
import type { Shares } from "./gan/survivorShares.ts";
import type { Curve } from "./gan/thin.ts";
import type { Plane, Ring } from "./plane.ts";
import type { Evolution } from "./values.ts";

/** Pairs x, y of points, or RGBA pictures. */
export type Samples =
  | { readonly kind: "points"; readonly points: Float32Array<ArrayBuffer> }
  | {
      readonly kind: "pictures";
      readonly width: number;
      readonly height: number;
      readonly pictures: readonly Uint8ClampedArray<ArrayBuffer>[];
    };

export interface ChildPicture extends Omit<Child, "samples"> {
  readonly samples: Samples;
}

export interface SnapshotPicture extends Pick<Snapshot, "generation" | "measured"> {
  readonly samples: Samples;
  /** The modes as these samples cover them; none where they are not known. */
  readonly modes: readonly Ring[];
}

export interface EvolutionPicture
  extends Pick<
    Evolution,
    | "model"
    | "gives"
    | "generation"
    | "steps"
    | "seed"
    | "gamma"
    | "parents"
    | "mutations"
    | "selection"
    | "ms"
    | "diverged"
  > {
  readonly kind: "evolution";
  /** What the best survivor makes of fixed latents. */
  readonly samples: Samples;
  readonly real: Samples;
  /** For points: what lies under the samples, and which modes they cover. */
  readonly plane: Omit<Plane, "points"> | null;
  /** Share of the samples within 4 sigma of a centre; null where the modes are not known. */
  readonly highQuality: number | null;
  readonly children: readonly ChildPicture[];
  /** By which mutation the best survivor of each of the last generations came, as its place in `mutations`. */
  readonly survivors: readonly number[];
  /** Over the last generations, and over stretches of the whole run. */
  readonly recent: Shares;
  readonly shares: readonly Shares[];
  readonly measured: readonly Measured[];
  readonly discriminatorLoss: Curve;
  readonly gradientNorm: Curve;
  /** A curve for each mutation, of the first parent's children. */
  readonly quality: readonly Curve[];
  readonly diversity: readonly Curve[];
  readonly snapshots: readonly SnapshotPicture[];
}
