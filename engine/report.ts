import type { EngineEvent, NodeState } from "./events.ts";
import type { Failure } from "./failure.ts";
import { type Entry, entryWeight, tensorsOf } from "./store.ts";

/** Progress of one node is told at most this often, in milliseconds. */
const progressEvery = 40;

/** What a node has given under one key: some samples of a batch, or its one value. */
interface Work {
  readonly key: string;
  readonly of: number;
  readonly parts: Set<number>;
  done: number;
  ms: number;
  computed: boolean;
  /** Of the part that came last. */
  shape: readonly number[] | null;
  bytes: number;
}

/** What a job tells about its nodes: each state once, and nothing after it was stopped (SPEC R10, R16). */
export class Report {
  readonly states = new Map<string, NodeState>();
  readonly job: number;
  readonly #emit: (event: EngineEvent) => void;
  /** The key under which a node was last told to have its value, so that later passes do not tell it again. */
  readonly #settled = new Map<string, string>();
  readonly #work = new Map<string, Work>();
  readonly #told = new Map<string, number>();
  #silent = false;

  constructor(job: number, emit: (event: EngineEvent) => void) {
    this.job = job;
    this.#emit = emit;
  }

  emit(event: EngineEvent): void {
    if (!this.#silent) this.#emit(event);
  }

  tell(node: string, state: NodeState): void {
    this.states.set(node, state);
    this.emit({ kind: "node", job: this.job, node, state });
  }

  queued(nodes: readonly string[]): void {
    for (const node of nodes) this.tell(node, { state: "queued" });
  }

  running(node: string, done: number, of: number): void {
    const now = performance.now();
    const state = { state: "running", done, of } as const;
    const often = this.states.get(node)?.state === "running";
    this.#settled.delete(node);
    this.states.set(node, state);
    if (often && now - (this.#told.get(node) ?? 0) < progressEvery) return;
    this.#told.set(node, now);
    this.tell(node, state);
  }

  /** A stream gives what it has and stays where it is. */
  stopped(node: string, done: number, of: number): void {
    const before = this.states.get(node);
    if (before?.state === "stopped" && before.done === done) return;
    this.#settled.delete(node);
    this.tell(node, { state: "stopped", done, of });
  }

  /** A node gave some of its samples, found or computed in `ms`; once all are there it is done. */
  gave(node: string, key: string, entry: Entry, [from, to, of]: Part, ms: number, computed: boolean): void {
    const work = this.#workOf(node, key, of);
    if (work.parts.has(from)) return;
    work.parts.add(from);
    work.done += to - from;
    work.ms += ms;
    work.computed ||= computed;
    const shape = tensorsOf(entry)[0]?.shape ?? null;
    work.shape = shape && of > to - from ? [of, ...shape.slice(1)] : shape;
    work.bytes += entryWeight(entry);
    if (work.done >= of) this.#settle(node, work);
    else if (computed) this.running(node, work.done, of);
  }

  /**
   * The job is at its end. Some samples were all that anybody looked at: what is unfinished counts as done. What nobody asked
   * for, since the store had all that follows from it, counts as cached.
   */
  enough(): void {
    for (const [node, { state }] of [...this.states]) {
      const work = this.#work.get(node);
      if (state !== "queued" && state !== "running") continue;
      if (work) this.#settle(node, work);
      else this.tell(node, { state: "cached", ms: 0, shape: null, bytes: 0 });
    }
  }

  /** The milliseconds that a node has worked under its present key. */
  worked(node: string): number {
    return this.#work.get(node)?.ms ?? 0;
  }

  failed({ node, fault }: Failure): void {
    this.#settled.delete(node);
    this.tell(node, { state: "failed", reason: fault.message, port: fault.port, cure: fault.cure });
  }

  blocked(node: string, on: string): void {
    const before = this.states.get(node);
    if (before?.state === "blocked" && before.on === on) return;
    this.#settled.delete(node);
    this.tell(node, { state: "blocked", on });
  }

  /** Says of all that is under way that it stopped, unless `silently`, and then nothing more. */
  stop(silently: boolean): void {
    for (const [node, state] of silently ? [] : this.states) {
      if (state.state === "running") this.tell(node, { ...state, state: "stopped" });
      if (state.state === "queued") this.tell(node, { state: "stopped", done: 0, of: 0 });
    }
    this.#silent = true;
  }

  #settle(node: string, { key, computed, ms, shape, bytes }: Work): void {
    if (this.#settled.get(node) === key) return;
    this.#settled.set(node, key);
    this.tell(node, { state: computed ? "done" : "cached", ms, shape, bytes });
  }

  #workOf(node: string, key: string, of: number): Work {
    const known = this.#work.get(node);
    if (known?.key === key) return known;
    const work = {
      key,
      of,
      parts: new Set<number>(),
      done: 0,
      ms: 0,
      computed: false,
      shape: null,
      bytes: 0,
    };
    this.#work.set(node, work);
    return work;
  }
}

/** Samples `from` to `to` of so many. */
type Part = readonly [from: number, to: number, of: number];
