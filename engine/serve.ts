/** The engine behind a message port, both ends. */
import type { Card } from "./card.ts";
import type { Backend } from "./context.ts";
import type { GraphDocument } from "./document.ts";
import type { EngineEvent, EngineStatus } from "./events.ts";
import type { Inspection } from "./inspect.ts";
import type { Observed } from "./job.ts";

export interface RunOptions {
  /** Heavy nodes may run: the person pressed Run. */
  readonly heavy?: boolean;
  /** Sends previews again that were sent before, as after opening a document. */
  readonly resend?: boolean;
}

/** The engine as the page sees it. Events come to the listener given to `connectEngine`. */
export interface EngineClient {
  /** Runs what is observed, nearest to the eye first, and supersedes the job before. Gives the id of the job. */
  run(document: GraphDocument, observed: readonly Observed[], options?: RunOptions): number;
  /** Stops the running job between nodes and chunks. */
  cancel(): void;
  /** A closer look at a value of the document last run. Rejects with a Fault's reason where there is none. */
  inspect(node: string, port: string, options: { readonly sample: number }): Promise<Inspection>;
  useBackend(backend: Backend | "auto"): Promise<EngineStatus>;
  /** Adds a model that the worker lacks; added again by itself when the worker is replaced. */
  addModel(card: Card, bytes: Uint8Array): Promise<void>;
  cards(): Promise<readonly Card[]>;
  status(): Promise<EngineStatus>;
  close(): void;
}

/** Receives events in order, many at once. */
export type EventListener = (events: readonly EngineEvent[]) => void;
