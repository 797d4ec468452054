/** What evaluation works with: shared by all jobs, by the passes of one job, and by the computation of one node. */
import type { Checkpoints } from "./checkpoints.ts";
import type { Pace, Runtime } from "./context.ts";
import type { Fault } from "./fault.ts";
import type { ModelLibrary } from "./models.ts";
import type { ParamValues } from "./node.ts";
import type { Plan } from "./plan.ts";
import type { Report } from "./report.ts";
import type { Entry, Pins, ResultStore } from "./store.ts";
import type { Stream } from "./streams.ts";

/** What all jobs share. */
export interface Workshop {
  readonly store: ResultStore;
  readonly runtime: Runtime;
  readonly models: ModelLibrary;
  /** Unfinished reduce and yield nodes by memo key. */
  readonly streams: Map<string, Stream>;
  /** Keys of values on the way and of all that follows from them, with the streams that these came from (SPEC R14). */
  readonly passing: Map<string, ReadonlySet<Stream>>;
  /** Keys of heavy streams that go on without being asked again, until the person cancels (SPEC R11). */
  readonly permits: Set<string>;
  /** null where nothing lasts (SPEC R27). */
  readonly checkpoints: Checkpoints | null;
  /** Samples in a chunk. */
  readonly chunk: number;
  /** The most bytes that one value may take. */
  readonly memory: number;
  /** What follows from values on the way may take so many milliseconds without holding their streams up (SPEC R14). */
  readonly longLook: number;
}

/** What the passes of one job share. */
export interface Course {
  readonly workshop: Workshop;
  readonly plan: Plan;
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly observed: ReadonlySet<string>;
  /** Those of the observed that are wanted whole, with all outputs. */
  readonly whole: ReadonlySet<string>;
  readonly heavy: boolean;
  readonly partial: boolean;
  readonly pace: Pace;
  /** A mere look: streams give what they have, and are not moved on where they have something. */
  readonly still: boolean;
  /** Streams that have given their one value of a step (SPEC R26). */
  readonly stepped: Set<Stream>;
  /** Faults by effective key: nothing fails twice for the same reason. */
  readonly faults: Map<string, Fault>;
  /** The most samples that a node can make at once, by effective key, where memory did not suffice for more. */
  readonly narrow: Map<string, number>;
  /** Results kept to the end of the job. */
  readonly pins: Pins;
  /** Lets messages in between nodes and chunks; throws Stop once the job is cancelled (SPEC R16). */
  turn(): Promise<void>;
}

/** A value found or made, under its effective key: that of a value on the way differs from the final one's (SPEC R14). */
export interface Held {
  readonly key: string;
  readonly entry: Entry;
}

/** All that is known of a node before it is computed. Map nodes before it are not computed for this. */
export interface Survey {
  readonly key: string;
  readonly params: ParamValues;
  /** Samples of the batch that it makes or folds. */
  readonly samples: number;
  readonly inputs: readonly Source[];
}

/** What enters one port. */
export interface Source {
  readonly port: string;
  readonly node: string;
  readonly from: string;
  readonly key: string;
  /** null where the value is no batch. */
  readonly samples: number | null;
}

/** Samples `from` to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}
