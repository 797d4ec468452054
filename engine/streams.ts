/** Nodes that give one value after another: reduce nodes chunk by chunk, yield nodes as they please (SPEC R13, R14). */
import type { Context, Pace } from "./context.ts";
import { Stop } from "./failure.ts";
import { Fault } from "./fault.ts";
import type { NodeDefinition, Outputs, ParamValues, Values } from "./node.ts";
import type { Pins } from "./store.ts";

/** What a stream needs of the job that moves it on. */
export interface Mover {
  /** The inputs, of some samples where they are batches. */
  inputs(from: number, to: number): Promise<Values>;
  context(range: { from: number; to: number }): Context;
  progress(done: number, of: number): void;
  pace(): Pace;
  /** True where values on the way are wanted. */
  readonly partial: boolean;
}

/** What one step brought: nothing to show yet, a value on the way, or the final one. */
export type Step = "working" | "emitted" | "done";

/** A computation that can be left between steps and taken up again, by a later job too. */
export interface Stream {
  step(mover: Mover): Promise<Step>;
  /** True where it gives values as it pleases, which is what a job's pace is about (SPEC R26). */
  readonly paced: boolean;
  /** Names the value on the way: no other of any stream has this number. */
  readonly emitted: number;
  readonly outputs: Outputs | null;
  readonly ms: number;
  /** How far it has come, of how far. */
  reached: readonly [done: number, of: number];
  /** Keeps the value on the way. */
  held: Pins | null;
  close(): void;
}

/** The values on the way that all streams have given. */
let given = 0;

/** At most one value on the way in so many milliseconds. */
const emitEvery = 250;

export class ReduceStream implements Stream {
  readonly paced = false;
  emitted = 0;
  outputs: Outputs | null = null;
  ms = 0;
  reached: Stream["reached"] = [0, 1];
  held: Pins | null = null;
  readonly #reduce: NonNullable<NodeDefinition["reduce"]>;
  readonly #params: ParamValues;
  readonly #samples: number;
  readonly #chunk: number;
  #state: unknown;
  #at = 0;
  #last = performance.now();

  constructor(definition: NodeDefinition, params: ParamValues, samples: number, chunk: number) {
    if (!definition.reduce) throw new Error("streams: not a reduce node");
    this.#reduce = definition.reduce;
    this.#params = params;
    this.#samples = samples;
    this.#chunk = chunk;
    this.#state = this.#reduce.init(params as never);
  }

  async step(mover: Mover): Promise<Step> {
    const from = this.#at;
    const to = Math.min(this.#samples, from + this.#chunk);
    const inputs = await mover.inputs(from, to);
    const context = mover.context({ from, to });
    const start = performance.now();
    this.#state = await this.#reduce.fold(this.#state, inputs as never, this.#params as never, context);
    this.#at = to;
    const done = to === this.#samples;
    const due = done || (mover.partial && performance.now() - this.#last >= emitEvery);
    const outputs = due ? await this.#finish(context, done) : null;
    this.ms += performance.now() - start;
    if (due) this.#last = performance.now();
    if (outputs) this.outputs = outputs;
    if (done) return "done";
    mover.progress(to, this.#samples);
    if (!outputs) return "working";
    this.emitted = ++given;
    return "emitted";
  }

  /** The outputs; null on the way where the samples so far do not suffice for any. */
  async #finish(context: Context, done: boolean): Promise<Outputs | null> {
    try {
      return await this.#reduce.finish(this.#state, this.#params as never, context);
    } catch (error) {
      if (done || !(error instanceof Fault)) throw error;
      return null;
    }
  }

  close(): void {}
}

export class YieldStream implements Stream {
  readonly paced = true;
  emitted = 0;
  outputs: Outputs | null = null;
  ms = 0;
  reached: Stream["reached"] = [0, 1];
  held: Pins | null = null;
  /** Of the job that moves it on now: where the generator's progress goes, and what its pace follows. */
  mover: Pick<Mover, "progress" | "pace"> | null = null;
  readonly #generator: AsyncGenerator<Outputs, Outputs>;
  readonly #abort: AbortController;
  /** Keeps the inputs that the generator works with. */
  readonly #pins: Pins;

  constructor(generator: AsyncGenerator<Outputs, Outputs>, abort: AbortController, pins: Pins) {
    this.#generator = generator;
    this.#abort = abort;
    this.#pins = pins;
  }

  async step(mover: Mover): Promise<Step> {
    this.mover = mover;
    if (this.#abort.signal.aborted) throw new Stop();
    const start = performance.now();
    const { value, done } = await this.#generator.next();
    this.ms += performance.now() - start;
    this.outputs = value;
    if (done) {
      this.#pins.release();
      return "done";
    }
    this.emitted = ++given;
    return "emitted";
  }

  close(): void {
    this.#abort.abort();
    this.#pins.release();
    this.#generator.return({}).catch(() => {});
  }
}
