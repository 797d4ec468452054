/** What the engine tells whoever listens while a job runs. Every message can be cloned; previews can be transferred. */
import type { Backend } from "./context.ts";
import type { Preview } from "./preview.ts";

/** One node's state in a job. Times are milliseconds; `shape` is that of the first output with a tensor. */
export type NodeState =
  | { readonly state: "queued" }
  | { readonly state: "running"; readonly done: number; readonly of: number }
  | {
      readonly state: "done";
      readonly ms: number;
      readonly shape: readonly number[] | null;
      readonly bytes: number;
    }
  | {
      readonly state: "cached";
      readonly ms: number;
      readonly shape: readonly number[] | null;
      readonly bytes: number;
    }
  | {
      readonly state: "failed";
      readonly reason: string;
      readonly port: string | null;
      readonly cure: string | null;
    }
  | { readonly state: "blocked"; readonly on: string }
  | { readonly state: "waits" }
  | { readonly state: "stopped"; readonly done: number; readonly of: number };

export type EngineEvent =
  | { readonly kind: "node"; readonly job: number; readonly node: string; readonly state: NodeState }
  | { readonly kind: "preview"; readonly job: number; readonly node: string; readonly preview: Preview }
  | {
      readonly kind: "job";
      readonly job: number;
      readonly state: "started" | "finished" | "cancelled";
      readonly ms: number;
    }
  | { readonly kind: "status"; readonly status: EngineStatus }
  | { readonly kind: "loading"; readonly model: string; readonly bytes: number; readonly of: number };

/** What the status bar shows. */
export interface EngineStatus {
  readonly backend: Backend;
  /** Backends that work here; the first is the one that `auto` takes. */
  readonly available: readonly Backend[];
  /** Threads of the wasm backend. */
  readonly threads: number;
  /** Why the backend is not what was asked for, as one sentence; null where it is. */
  readonly note: string | null;
  readonly bytes: number;
  readonly budget: number;
}
