/** What a computing node may reach: models, arithmetic, progress. Everything else reaches it by its ports. */
import type { Kernel } from "./gpu/defineKernel.ts";
import type { Model, ModelLibrary, Program } from "./models.ts";
import type { HostTensor, Tensor } from "./tensor.ts";

/** Runs cuts of models and kernels on one backend (SPEC R17 to R21). */
export interface Runtime {
  readonly backend: Backend;
  /**
   * Runs the part of `model` between the named tensors. Shapes are checked before; runs queue behind one lock.
   * Throws Fault.
   */
  run(model: Model, feeds: Feeds, outputs: readonly string[]): Promise<Record<string, Tensor>>;
  /** The same, computed when someone needs it; continues feeds that are themselves deferred as one cut. */
  defer(model: Model, feeds: Feeds, output: string, shape: readonly number[]): Tensor;
  /** Runs a kernel where its inputs lie: WGSL on the GPU, else its CPU reference. */
  apply<U>(kernel: Kernel<U>, inputs: readonly Tensor[], uniforms: U): Promise<Tensor>;
  /** The numbers, in host memory. No copy where they lie there already. */
  read(tensor: Tensor): Promise<HostTensor>;
  /**
   * Runs a program as it is: feeds and outputs in the shapes that it declares, without an axis of samples to cut along.
   * Throws Fault.
   */
  call(program: Program, feeds: Feeds, outputs: readonly string[]): Promise<Record<string, Tensor>>;
  /** Frees what the tensor holds on the GPU. */
  release(tensor: Tensor): void;
}

export type Backend = "wasm" | "webgpu" | "native";
export type Feeds = Readonly<Record<string, Tensor>>;

/**
 * How often a training gives a value on the way: after one generation, and then it pauses; after each, slowly enough to
 * read; a few times a second; every other second.
 */
export const paces = ["step", "slow", "live", "fast"] as const;
export type Pace = (typeof paces)[number];

/**
 * Where a node keeps its state so that it outlives the worker; by memo key (SPEC R27). Neither call rejects: what can't be
 * kept is lost, and what is lost or torn is null.
 */
export interface Checkpoint {
  load(): Promise<Uint8Array | null>;
  save(bytes: Uint8Array): Promise<void>;
  /** What is to be saved where the job is cancelled, or the runtime changed, while the node waits between yields; null: nothing. */
  offer(state: (() => Promise<Uint8Array>) | null): void;
}

export interface Context {
  readonly runtime: Runtime;
  readonly models: ModelLibrary;
  /** For `map`: which samples of the whole batch this call makes, [from, to). */
  readonly range: { readonly from: number; readonly to: number };
  /** Aborted when the run is cancelled; long loops look at it between chunks. */
  readonly signal: AbortSignal;
  /** The node's memo key: names what it makes, such as a model. */
  readonly key: string;
  /** Where a yield node keeps its state; null where nothing lasts. */
  readonly checkpoint: Checkpoint | null;
  /**
   * For a yield node: how it is wanted just now, by the job that moves it on. "step" as soon as that job was stopped: a node
   * that yields then, its state saved before, can be left at once.
   */
  pace(): Pace;
  /** Says how far a long computation has come. */
  progress(done: number, of: number): void;
}
