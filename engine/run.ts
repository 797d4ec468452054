/** The engine: takes jobs, lets the newest win, and evaluates what is observed pass by pass (SPEC R8 to R16). */
import { breathe } from "./breathe.ts";
import type { Runtime } from "./context.ts";
import type { Course, Held, Workshop } from "./course.ts";
import type { EngineEvent } from "./events.ts";
import { Failure, Stop } from "./failure.ts";
import type { Inspection } from "./inspect.ts";
import { inspectValue } from "./inspectValue.ts";
import type { Job, JobResult, Made, Observed } from "./job.ts";
import { makePreview } from "./makePreview.ts";
import type { ModelLibrary } from "./models.ts";
import { type Catalogue, Fault } from "./node.ts";
import { Pass } from "./pass.ts";
import { type Plan, planGraph } from "./plan.ts";
import { Report } from "./report.ts";
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
  readonly emit?: (event: EngineEvent) => void;
}

/** A job under way. */
interface Running {
  readonly job: Job;
  readonly abort: AbortController;
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
  /** Effective keys of the nodes of the last job, as far as they were reached. */
  #keys = new Map<string, string>();
  /** The key of the preview that was last sent of each node. */
  #shown = new Map<string, string>();
  /** What the last job made whole. */
  #made: Pins;

  constructor(options: EngineOptions) {
    const { runtime, models, budget = 2 ** 30, memory = 2 ** 31, chunk = 16 } = options;
    this.#options = options;
    this.#store = new ResultStore(budget, (tensor) => this.#workshop.runtime.release(tensor));
    this.#workshop = { store: this.#store, runtime, models, streams: new Map(), chunk, memory };
    this.#made = new Pins(this.#store);
  }

  get bytes(): number {
    return this.#store.bytes;
  }

  get budget(): number {
    return this.#store.budget;
  }

  /** Runs a job, after stopping the one before (SPEC R16). Never rejects for what happens inside a node. */
  async run(job: Job): Promise<JobResult> {
    this.#stop("superseded");
    this.#last = job;
    const running: Running = { job, abort: new AbortController(), stopped: null };
    this.#running = running;
    const result = await this.#alone(() => this.#evaluate(running));
    return running.stopped === "restarted" && this.#last === job ? this.run(job) : result;
  }

  /** Stops the job between nodes and chunks; without an id whichever runs. What is finished stays in the store. */
  cancel(job?: number): void {
    if (job !== undefined && this.#running?.job.id !== job) return;
    for (const stream of this.#workshop.streams.values()) stream.permitted = false;
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
      this.#made.release();
      this.#closeStreams(() => true);
      this.#store.dropDevice();
      this.#shown.clear();
      this.#workshop = { ...this.#workshop, runtime: await change() };
    });
    if (idle && this.#last && !this.#running) void this.run(this.#last);
  }

  /** A closer look at one value of the document last run. Throws Fault where the node can't give it. */
  async inspect(node: string, port: string, { sample }: { readonly sample: number }): Promise<Inspection> {
    const job = this.#last;
    if (!job) throw new Fault("nothing has run yet");
    const at = this.#store.has(this.#keys.get(node) ?? "") ? this.#lookAt(job, node, port, sample) : null;
    return at ?? this.#alone(() => this.#lookAt(job, node, port, sample));
  }

  #stop(why: "cancelled" | "superseded" | "restarted"): void {
    if (!this.#running || this.#running.stopped) return;
    this.#running.stopped = why;
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
    const report = new Report(job.id, this.#options.emit ?? (() => {}));
    const ms = () => performance.now() - start;
    const made = new Map<string, Made>();
    report.emit({ kind: "job", job: job.id, state: "started", ms: 0 });
    this.#made.release();
    const course = this.#course(job, report, running.abort.signal);
    const state = await this.#passes(job, course, made);
    course.pins.release();
    if (state === "finished")
      this.#closeStreams((key) => !course.plan.order.some((node) => node.key === key));
    else report.stop(running.stopped !== "cancelled");
    if (this.#running === running) this.#running = null;
    if (running.stopped !== "restarted") this.#options.emit?.({ kind: "job", job: job.id, state, ms: ms() });
    return { job: job.id, state, ms: ms(), states: report.states, made };
  }

  #neverStarted({ job, stopped }: Running): JobResult {
    if (stopped !== "restarted")
      this.#options.emit?.({ kind: "job", job: job.id, state: "cancelled", ms: 0 });
    return { job: job.id, state: "cancelled", ms: 0, states: new Map(), made: new Map() };
  }

  #course(job: Job, report: Report, signal: AbortSignal): Course {
    const { catalogue, models } = this.#options;
    let breath = performance.now();
    return {
      workshop: this.#workshop,
      plan: planGraph({ ...job, catalogue, models }),
      report,
      signal,
      observed: new Set(job.observed.map(({ node }) => node)),
      heavy: job.heavy,
      partial: job.partial,
      faults: new Map(),
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

  /** Pass after pass, as long as streams give values on the way (SPEC R14). */
  async #passes(job: Job, course: Course, made: Map<string, Made>): Promise<"finished" | "cancelled"> {
    const { plan, report } = course;
    this.#forgetShown(job);
    report.queued(this.#queue(plan, job.observed));
    let pass = new Pass(course);
    try {
      for (;;) {
        this.#keys = pass.keys;
        for (const observed of job.observed) await this.#observe(pass, course, observed, made);
        if (pass.live.size === 0) break;
        for (const move of pass.live.values()) await move().catch(onlyFailure);
        this.#dropTransient(pass);
        pass = new Pass(course);
      }
      report.enough();
      report.stop(false);
      return "finished";
    } catch (error) {
      if (error instanceof Stop) return "cancelled";
      throw error;
    } finally {
      this.#dropTransient(pass);
    }
  }

  /** Observed nodes, and what they need as far as the store lacks it. */
  #queue(plan: Plan, observed: readonly Observed[]): string[] {
    const planned = new Map(plan.order.map((node) => [node.id, node]));
    const queue = new Set<string>();
    const pending = observed.map(({ node }) => node).filter((id) => planned.has(id));
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const node = planned.get(id);
      if (!node || queue.has(id)) continue;
      queue.add(id);
      if (node.fed || node.fault || this.#store.has(node.key)) continue;
      for (const [source] of [...node.inputs.values(), ...node.wiredParams.values()]) pending.push(source);
    }
    return plan.order.map(({ id }) => id).filter((id) => queue.has(id));
  }

  async #observe(
    pass: Pass,
    course: Course,
    { node, preview }: Observed,
    made: Map<string, Made>,
  ): Promise<void> {
    if (!course.plan.order.some(({ id }) => id === node)) return;
    const pins = new Pins(this.#store);
    try {
      if (preview) return await this.#show(pass, course, node, pins);
      const { key, entry } = await pass.whole(node, pins);
      made.set(node, { outputs: entry.outputs, view: entry.view });
      this.#made.add(key);
    } catch (error) {
      made.delete(node);
      onlyFailure(error);
    } finally {
      pins.release();
    }
  }

  /** Sends the preview of a node, computed only as far as it is seen, unless it was sent before (SPEC R8). */
  async #show(pass: Pass, course: Course, node: string, pins: Pins): Promise<void> {
    const { chunk, runtime } = this.#workshop;
    const samples = pass.divisible(node) ? await pass.samples(node, pins) : 1;
    const held =
      samples > chunk ? await pass.range(node, { from: 0, to: chunk }, pins) : await pass.whole(node, pins);
    const [key = ""] = held.key.split("#");
    if (this.#shown.get(node) === key) return;
    const preview = await pass.guard(node, () =>
      makePreview(held.entry, runtime, samples > chunk ? samples : null),
    );
    this.#shown.set(node, key);
    if (preview) course.report.emit({ kind: "preview", job: course.report.job, node, preview });
  }

  #forgetShown({ observed, resend }: Job): void {
    const seen = new Set(observed.filter(({ preview }) => preview).map(({ node }) => node));
    for (const node of [...this.#shown.keys()]) if (resend || !seen.has(node)) this.#shown.delete(node);
  }

  #dropTransient({ transient }: Pass): void {
    if (transient.size === 0) return;
    for (const key of this.#store.keys())
      if (transient.has(key.split("#")[0] ?? key)) this.#store.delete(key);
  }

  #closeStreams(which: (key: string) => boolean): void {
    for (const [key, stream] of this.#workshop.streams) {
      if (!which(key)) continue;
      this.#workshop.streams.delete(key);
      stream.close();
    }
  }

  async #lookAt(job: Job, node: string, port: string, sample: number): Promise<Inspection> {
    const observed = [{ node, preview: false }];
    const report = new Report(job.id, () => {});
    const course = this.#course(
      { ...job, observed, heavy: false, partial: false },
      report,
      new AbortController().signal,
    );
    const pass = new Pass(course);
    const pins = new Pins(this.#store);
    try {
      const samples = pass.divisible(node) ? await pass.samples(node, pins) : null;
      const { chunk, runtime } = this.#workshop;
      const from = chunk * Math.floor(Math.min(sample, (samples ?? 1) - 1) / chunk);
      const many = samples !== null && samples > chunk;
      const held: Held = many
        ? await pass.range(node, { from, to: Math.min(samples, from + chunk) }, pins)
        : await pass.whole(node, pins);
      const value = held.entry.outputs[port];
      if (!value) throw new Fault(`${node} gives no ${port}`);
      return await inspectValue(
        value,
        runtime,
        many ? { sample, from, samples } : { sample, from: 0, samples: null },
      );
    } catch (error) {
      throw error instanceof Failure ? error.fault : error;
    } finally {
      pins.release();
    }
  }
}

function onlyFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}

/** An engine with nothing in its store. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}
