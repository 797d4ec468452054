/** Runs cuts of models, and own kernels, on one backend (SPEC R17 to R21). */
import type { Backend, Runtime } from "../context.ts";

export interface RuntimeOptions {
  /** `auto` takes webgpu where there is a real adapter, native where it is installed, else wasm. */
  readonly backend: Backend | "auto";
  /** Threads for wasm and native; the machine's cores, at most 8, where it is left out. */
  readonly threads?: number;
}

export interface RuntimeStatus {
  readonly backend: Backend;
  /** Backends that work here; the first is the one that `auto` takes. */
  readonly available: readonly Backend[];
  readonly threads: number;
  /** Why the backend is not what was asked for, as one sentence; null where it is. */
  readonly note: string | null;
}

export interface RunningRuntime extends Runtime {
  readonly status: RuntimeStatus;
  /** Calls back after the GPU was lost: every GPU tensor made so far is gone, the runtime itself goes on. */
  onLost(listener: () => void): void;
  close(): Promise<void>;
}
