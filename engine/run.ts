/** The engine: takes jobs, lets the newest win, and evaluates what is observed pass by pass (SPEC R8 to R16). */
import { breathe } from "./breathe.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { Runtime } from "./context.ts";
import type { Course, Workshop } from "./course.ts";
import { evaluate, lastLook, type Memory } from "./evaluate.ts";
import type { EngineEvent } from "./events.ts";
import { Stop } from "./failure.ts";
import type { Inspection } from "./inspect.ts";
import { inspectValue } from "./inspectValue.ts";
import type { Job, JobResult, Made } from "./job.ts";
import { lookAt, type Sight } from "./lookAt.ts";
import type { ModelLibrary } from "./models.ts";
import { type Catalogue, Fault } from "./node.ts";
import { follower } from "./passage.ts";
import { closeStream, prunePassing } from "./passing.ts";
import { type Plan, planGraph } from "./plan.ts";
import type { Raster, RasterOptions } from "./raster.ts";
import { rasterOf } from "./rasterOf.ts";
import { Report } from "./report.ts";
import { keysAfter } from "./restart.ts";
import { Pins, ResultStore } from "./store.ts";

export interface EngineOptions {
  readonly catalogue: Catalogue;
  readonly models: ModelLibrary;
  readonly runtime: Runtime;
  /** Bytes for results; 1 GB where it is left out. */
  readonly budget?: number;
  /** The most bytes that one value may take; 2 GB where it is left out. */
  readonly memory?: number;
  /** Samples in a chunk; 16 where it is left out. */
  readonly chunk?: number;
  /** Milliseconds that what follows from values on the way may take without holding their streams up; 100 where left out. */
  readonly longLook?: number;
  /** Where nodes keep their state; null, or left out: nowhere. */
  readonly checkpoints?: Checkpoints | null;
  readonly emit?: (event: EngineEvent) => void;
}

/** A job under way. */
interface Running {
  readonly job: Job;
  /** Stops what the job does now. */
  abort: AbortController;
  /** How it was stopped: by the person, by a newer job, or to be run again. */
  stopped: "cancelled" | "superseded" | "restarted" | null;
}

/** Messages are let in after so many milliseconds of work. */
const breathEvery = 8;

export class Engine {
  readonly #options: EngineOptions;
  readonly #store: ResultStore;
  #workshop: Workshop;
  #running: Running | null = null;
  #last: Job | null = null;
  /** Ends when the job, or whatever else has the engine to itself, has ended. */
  #free: Promise<unknown> = Promise.resolve();
  readonly #memory: Memory;

  constructor(options: EngineOptions) {
    const { runtime, models, budget = 2 ** 30, memory = 2 ** 31, chunk = 16, longLook = 100 } = options;
    this.#options = options;
    this.#store = new ResultStore(budget, (tensor) => this.#workshop.runtime.release(tensor));
    this.#workshop = {
      store: this.#store,
      runtime,
      models,
      streams: new Map(),
      passing: new Map(),
      permits: new Set(),
      longLook,
      checkpoints: options.checkpoints ?? null,
      chunk,
      memory,
    };
    this.#memory = { shown: new Map(), keys: new Map(), kept: new Pins(this.#store) };
  }

  get bytes(): number {
    return this.#store.bytes;
  }

  get budget(): number {
    return this.#store.budget;
  }

  /** Runs a job, after stopping the one before (SPEC R16). Never rejects for what happens inside a node. */
  async run({ restart, ...job }: Job): Promise<JobResult> {
    this.#stop("superseded");
    this.#last = job;
    this.#permit(job);
    const running: Running = { job, abort: new AbortController(), stopped: null };
    this.#running = running;
    const result = await this.#alone(async () => {
      if (restart !== undefined) await this.#forget(job, restart);
      return this.#evaluate(running);
    });
    return running.stopped === "restarted" && this.#last === job ? this.run(job) : result;
  }

  /** Stops the job between nodes and chunks; without an id whichever runs. What is finished stays in the store. */
  cancel(job?: number): void {
    if (job !== undefined && this.#running?.job.id !== job) return;
    this.#workshop.permits.clear();
    this.#stop("cancelled");
  }

  /**
   * Another runtime, or the same after its device was lost: drops what lies outside host memory, then runs the last job
   * again under its id.
   */
  async restart(change: () => Promise<Runtime>): Promise<void> {
    const idle = this.#running === null;
    this.#stop("restarted");
    await this.#alone(async () => {
      this.#memory.kept.release();
      this.#closeStreams(() => true);
      this.#store.dropDevice();
      this.#memory.shown.clear();
      this.#workshop = { ...this.#workshop, runtime: await change() };
    });
    if (idle && this.#last && !this.#running) void this.run(this.#last);
  }

  /** A closer look at one value of the document last run. Throws Fault where the node can't give it. */
  inspect(node: string, port: string, { sample }: { readonly sample: number }): Promise<Inspection> {
    return this.#look([node, port, sample], ({ value, runtime, look }) => inspectValue(value, runtime, look));
  }

  /** One sample of a value at full size, with its numbers. Throws Fault where the node can't give it, or it is no picture. */
  raster(node: string, port: string, { sample, unit }: RasterOptions): Promise<Raster> {
    return this.#look([node, port, sample], ({ value, runtime, look }) =>
      rasterOf(value, runtime, { ...look, unit }),
    );
  }

  async #look<T>(
    [node, port, sample]: readonly [node: string, port: string, sample: number],
    see: (sight: Sight) => Promise<T>,
  ): Promise<T> {
    const job = this.#last;
    if (!job) throw new Fault("nothing has run yet");
    const follow = follower(job.document, this.#options.catalogue);
    const [source, output] = follow([node, port]);
    const look = () => {
      const observed = [{ node: source, preview: false }];
      const asked = { ...job, observed, heavy: false, partial: true };
      const course = this.#course(asked, new Report(job.id, () => {}), new AbortController().signal, true);
      return lookAt(course, [source, output, sample], see);
    };
    return this.#store.has(this.#memory.keys.get(source) ?? "") ? look() : this.#alone(look);
  }

  #stop(why: "cancelled" | "superseded" | "restarted"): void {
    if (!this.#running || this.#running.abort.signal.aborted) return;
    this.#running.stopped ??= why;
    this.#running.abort.abort();
  }

  /** Waits until the engine is free, then has it alone. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#free.then(work);
    this.#free = result.catch(() => {});
    return result;
  }

  async #evaluate(running: Running): Promise<JobResult> {
    const { job } = running;
    if (running.stopped) return this.#neverStarted(running);
    const start = performance.now();
    const emit = this.#options.emit ?? (() => {});
    const report = new Report(job.id, emit);
    const made = new Map<string, Made>();
    report.emit({ kind: "job", job: job.id, state: "started", ms: 0 });
    this.#memory.kept.release();
    let state: JobResult["state"] = "cancelled";
    try {
      const course = this.#course(job, report, running.abort.signal);
      const end = await evaluate(course, job, this.#memory, made);
      if (end === "finished") this.#closeUnused(job);
      if (running.stopped && running.stopped !== "superseded") await this.#workshop.checkpoints?.settle();
      if (end === "unseen" && running.stopped === "cancelled") await this.#showLast(running, report, made);
      if (end === "finished") {
        state = end;
        this.#workshop.permits.clear();
      }
    } finally {
      report.stop(state === "finished" || running.stopped !== "cancelled");
      if (this.#running === running) this.#running = null;
    }
    const ms = performance.now() - start;
    if (running.stopped !== "restarted") emit({ kind: "job", job: job.id, state, ms });
    return { job: job.id, state, ms, states: report.states, made };
  }

  #neverStarted({ job, stopped }: Running): JobResult {
    if (stopped !== "restarted")
      this.#options.emit?.({ kind: "job", job: job.id, state: "cancelled", ms: 0 });
    return { job: job.id, state: "cancelled", ms: 0, states: new Map(), made: new Map() };
  }

  #course(job: Job, report: Report, signal: AbortSignal, still = false): Course {
    const { catalogue, models } = this.#options;
    let breath = performance.now();
    return {
      workshop: this.#workshop,
      plan: planGraph({ ...job, catalogue, models }),
      report,
      signal,
      observed: new Set(job.observed.map(({ node }) => node)),
      whole: new Set(job.observed.flatMap(({ node, preview }) => (preview ? [] : [node]))),
      heavy: job.heavy,
      partial: job.partial,
      pace: job.partial ? (job.pace ?? "live") : "fast",
      still,
      stepped: new Set(),
      faults: new Map(),
      narrow: new Map(),
      pins: new Pins(this.#store),
      async turn() {
        if (signal.aborted) throw new Stop();
        if (performance.now() - breath < breathEvery) return;
        await breathe();
        breath = performance.now();
        if (signal.aborted) throw new Stop();
      },
    };
  }

  /** What streams gave when the person had cancelled; a second cancel, or a newer job, does without. */
  async #showLast(running: Running, report: Report, made: Map<string, Made>): Promise<void> {
    running.abort = new AbortController();
    const course = this.#course(running.job, report, running.abort.signal, true);
    await lastLook(course, running.job, this.#memory, made);
  }

  /** Ends the streams of nodes that the document no longer has (SPEC R14). */
  #closeUnused(job: Job): void {
    if (this.#workshop.streams.size === 0) return;
    const keys = new Set(this.#planAll(job).order.map(({ key }) => key));
    this.#closeStreams((key) => !keys.has(key));
    prunePassing(this.#workshop);
  }

  #closeStreams(which: (key: string) => boolean): void {
    for (const key of [...this.#workshop.streams.keys()]) if (which(key)) closeStream(this.#workshop, key);
  }

  /** A newer job may come before a heavy node has begun: what Run permitted stays permitted (SPEC R11). */
  #permit(job: Job): void {
    if (!job.heavy || job.pace === "step") return;
    const { catalogue, models } = this.#options;
    for (const { key, definition } of planGraph({ ...job, catalogue, models }).order)
      if (definition?.heavy) this.#workshop.permits.add(key);
  }

  /** All nodes of the document, looked at or not. */
  #planAll(job: Job): Plan {
    const { catalogue, models } = this.#options;
    const observed = job.document.nodes.map(({ id }) => ({ node: id }));
    return planGraph({ ...job, observed, catalogue, models });
  }

  /** Drops what a node and all after it gave, are at, or keep (SPEC R28). */
  async #forget(job: Job, node: string): Promise<void> {
    const gone = keysAfter(this.#planAll(job), node);
    this.#memory.kept.release();
    this.#closeStreams((key) => gone.has(key));
    for (const key of this.#store.keys()) if (gone.has(key.split("#")[0] ?? key)) this.#store.delete(key);
    for (const key of gone) await this.#workshop.checkpoints?.forget(key);
  }
}

/** An engine with nothing in its store. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}
