/** What the engine is asked for, and what it answers. */

import type { Pace } from "./context.ts";
import type { GraphDocument } from "./document.ts";
import type { NodeState } from "./events.ts";
import type { Outputs, View } from "./node.ts";
import type { Value } from "./values.ts";

/** A node that someone looks at. */
export interface Observed {
  readonly node: string;
  /** A small picture is wanted: then a batch is computed only as far as the picture shows (SPEC R8). */
  readonly preview: boolean;
}

export interface Job {
  /** Larger than that of every earlier job. */
  readonly id: number;
  readonly document: GraphDocument;
  /** Nearest to the eye first. */
  readonly observed: readonly Observed[];
  /** Values that stand in for the output ports `node.port`; such a node is not run. */
  readonly feeds?: ReadonlyMap<string, Value>;
  /** Heavy nodes may run (SPEC R11). */
  readonly heavy: boolean;
  /** Reduce and yield nodes show what they have so far (SPEC R14). */
  readonly partial: boolean;
  /** How often yield nodes give values on the way, where those are wanted; "live" where it is left out (SPEC R26). */
  readonly pace?: Pace;
  /** A node that begins anew: what it and all after it have given, or kept, is dropped first (SPEC R28). */
  readonly restart?: string;
  /** Sends previews again that were sent before. */
  readonly resend?: boolean;
}

/** What one node made: a value per output port, or a view. */
export interface Made {
  readonly outputs: Outputs;
  readonly view: View | null;
}

export interface JobResult {
  readonly job: number;
  /** Cancelled: by `cancel` or by a newer job. */
  readonly state: "finished" | "cancelled";
  readonly ms: number;
  /** The last state of every node that was needed. */
  readonly states: ReadonlyMap<string, NodeState>;
  /** What the observed nodes made that were asked for whole (without `preview`); kept until the next job. */
  readonly made: ReadonlyMap<string, Made>;
}
