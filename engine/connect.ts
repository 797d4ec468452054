/** The page's end of the port: starts the worker, watches over it, and replaces it when it is stuck (SPEC R23). */
import * as Comlink from "comlink";
import type { Card } from "./card.ts";
import type { Backend } from "./context.ts";
import type { EngineEvent } from "./events.ts";
import { Fault } from "./fault.ts";
import type { Job } from "./job.ts";
import { createLoss, type Loss } from "./loss.ts";
import type { Answer, EngineClient, EnginePort, EventListener } from "./serve.ts";

/** A Worker, or anything like one. */
export type EngineWorker = Comlink.Endpoint & { terminate(): void };

export interface ConnectOptions {
  /** Given to the worker's `makeHost`. */
  readonly setup?: unknown;
  /** A worker that gives no sign of life for so many milliseconds is stuck; 30 s where it is left out. */
  readonly limit?: number;
}

/** One worker, from its start to its end. */
interface Connection {
  readonly worker: EngineWorker;
  readonly remote: Comlink.Remote<EnginePort>;
  /** Comes when the worker is given up. */
  readonly loss: Loss;
  /** When it last gave a sign of life. */
  heard: number;
  /** It has answered the first call: from then on it can act upon others. */
  ready: boolean;
}

/** What runs now, and what is known of its nodes. */
interface Current {
  readonly job: Job;
  readonly unsettled: Set<string>;
  running: boolean;
  tries: number;
  /** Since when it was asked to begin, or to stop, and has not; null when it has. */
  asked: number | null;
  cancelled: boolean;
  /** Its end was heard of, and so was all that it had to show. */
  heard: boolean;
}

function begin(job: Job, tries: number): Current {
  const unsettled = new Set(job.observed.map(({ node }) => node));
  return { job, unsettled, running: true, tries, asked: performance.now(), cancelled: false, heard: false };
}

/** Starts a worker and keeps one running. `listener` hears of the newest job only. */
export function connectEngine(
  makeWorker: () => EngineWorker,
  listener: EventListener,
  options: ConnectOptions = {},
): EngineClient {
  return new Client(makeWorker, listener, options);
}

class Client implements EngineClient {
  readonly #makeWorker: () => EngineWorker;
  readonly #listener: EventListener;
  readonly #setup: unknown;
  readonly #limit: number;
  readonly #models = new Map<string, { card: Card; bytes: Uint8Array }>();
  readonly #watch: ReturnType<typeof setInterval>;
  #backend: Backend | "auto" | null = null;
  #connection: Connection;
  #current: Current | null = null;
  #jobs = 0;
  /** Heavy streams may be going on that an earlier job had permission for. */
  #permitted = false;
  /** Calls that wait for an answer, the job's among them. */
  #calls = 0;
  #watched = performance.now();

  constructor(makeWorker: () => EngineWorker, listener: EventListener, options: ConnectOptions) {
    this.#makeWorker = makeWorker;
    this.#listener = listener;
    this.#setup = options.setup ?? null;
    this.#limit = options.limit ?? 30_000;
    this.#connection = this.#connect();
    this.#watch = setInterval(() => this.#look(), this.#limit / 4);
  }

  run(...[document, observed, options = {}]: Parameters<EngineClient["run"]>): number {
    const { heavy = false, pace = "live", restart } = options;
    const job: Job = {
      id: ++this.#jobs,
      document,
      observed,
      heavy,
      partial: true,
      pace,
      ...(restart !== undefined && { restart }),
      resend: options.resend || this.#current?.heard === false,
    };
    if (heavy) this.#permitted = pace !== "step";
    this.#start(begin(job, 1));
    return job.id;
  }

  cancel(): void {
    const current = this.#current;
    if (!current?.running) return;
    current.cancelled = true;
    this.#permitted = false;
    current.asked ??= performance.now();
    this.#ask((remote) => remote.cancel(current.job.id)).catch(() => {});
  }

  inspect(...[node, port, { sample }]: Parameters<EngineClient["inspect"]>) {
    return this.#ask((remote) => remote.inspect(node, port, sample));
  }

  raster(...[node, port, options]: Parameters<EngineClient["raster"]>) {
    return this.#ask((remote) => remote.raster(node, port, options));
  }

  async useBackend(backend: Backend | "auto") {
    this.#backend = backend;
    return this.#ask((remote) => remote.chooseBackend(backend));
  }

  async addModel(card: Card, bytes: Uint8Array): Promise<void> {
    this.#models.set(card.id, { card, bytes });
    await this.#ask((remote) => remote.addModel(card, bytes));
  }

  model(id: string, stem: string) {
    return this.#ask((remote) => remote.model(id, stem));
  }

  cards() {
    return this.#ask((remote) => remote.cards());
  }

  status() {
    return this.#ask((remote) => remote.status());
  }

  close(): void {
    clearInterval(this.#watch);
    this.#drop(new Fault("the engine was closed"));
  }

  #connect(): Connection {
    const worker = this.#makeWorker();
    const remote = Comlink.wrap<EnginePort>(worker);
    const loss = createLoss();
    const connection: Connection = { worker, remote, loss, heard: performance.now(), ready: false };
    const hear = async (events: readonly EngineEvent[]) => this.#hear(connection, events);
    worker.addEventListener("error", () => this.#broken(connection));
    this.#connection = connection;
    this.#ask((port) => port.start(Comlink.proxy(hear) as typeof hear, this.#setup))
      .catch(() => {})
      .finally(() => this.#ready(connection));
    return connection;
  }

  /** A call to the worker of now. Rejects with a Fault, also when the worker is given up meanwhile. */
  async #ask<T>(call: (remote: Comlink.Remote<EnginePort>) => Promise<Answer<T>>): Promise<T> {
    const connection = this.#connection;
    if (this.#calls === 0) connection.heard = performance.now();
    this.#calls++;
    try {
      const answer = await connection.loss.unlessLost(call(connection.remote));
      connection.heard = performance.now();
      if ("value" in answer) return answer.value;
      const { reason, port, cure } = answer;
      throw new Fault(reason, { ...(port === null ? {} : { port }), ...(cure === null ? {} : { cure }) });
    } finally {
      this.#calls--;
    }
  }

  #start(current: Current): void {
    this.#current = current;
    this.#ask((remote) => remote.run(current.job))
      .catch((error: unknown) => {
        if (error instanceof Lost) return;
        this.#fail(current, error instanceof Fault ? error : new Fault(String(error)));
      })
      .finally(() => {
        current.running = false;
      });
  }

  /** Hands on what the newest job says; what older ones still say is dropped (SPEC R16). */
  #hear(connection: Connection, events: readonly EngineEvent[]): void {
    if (connection !== this.#connection) return;
    connection.heard = performance.now();
    const fresh = events.filter((event) => !("job" in event) || event.job === this.#current?.job.id);
    for (const event of fresh) {
      if (!this.#current) break;
      if ("job" in event && !this.#current.cancelled) this.#current.asked = null;
      if (event.kind === "job" && event.state !== "started") this.#current.heard = true;
      if (event.kind === "job" && event.state === "finished") this.#permitted = false;
      if (event.kind !== "node") continue;
      if (event.state.state === "queued" || event.state.state === "running")
        this.#current.unsettled.add(event.node);
      else this.#current.unsettled.delete(event.node);
    }
    if (fresh.length > 0) this.#listener(fresh);
  }

  #ready(connection: Connection): void {
    connection.ready = true;
    if (this.#current?.asked) this.#current.asked = performance.now();
  }

  /** Replaces a worker that is silent while it owes an answer, or does not act upon a new job or a cancel. */
  #look(): void {
    const now = performance.now();
    const { heard, ready } = this.#connection;
    const asked = this.#current?.running && ready ? (this.#current.asked ?? now) : now;
    const asleep = now - this.#watched > this.#limit;
    this.#watched = now;
    if (asleep || this.#calls === 0) this.#connection.heard = now;
    else if (now - Math.min(heard, asked) > this.#limit) this.#replace();
  }

  /** A new worker in place of a stuck one. The job is run once more; if that is stuck as well, it fails. */
  #replace(): void {
    const current = this.#current;
    this.#drop(new Lost());
    this.#connect();
    for (const { card, bytes } of this.#models.values())
      this.#ask((remote) => remote.addModel(card, bytes)).catch(() => {});
    const backend = this.#backend;
    if (backend !== null) this.#ask((remote) => remote.chooseBackend(backend)).catch(() => {});
    if (!current?.running) return;
    if (current.cancelled) this.#fail(current, new Fault("stopped, with the engine started again"));
    else if (current.tries === 1) this.#start(begin(this.#again(current), 2));
    else
      this.#fail(
        current,
        new Fault("the engine was stuck here twice", { cure: "Lower the count, or choose another backend." }),
      );
  }

  /** The job for another worker: with what earlier jobs were permitted; nothing begins anew that has begun. */
  #again({ job, asked }: Current): Job {
    const { restart, ...rest } = job;
    const heavy = job.heavy || this.#permitted;
    return { ...rest, heavy, ...(restart !== undefined && asked !== null && { restart }) };
  }

  /** The worker's script could not be loaded; or it died while it ran. */
  #broken(connection: Connection): void {
    if (connection !== this.#connection) return;
    if (connection.ready) this.#replace();
    else connection.loss.lose(new Fault("the engine could not be started", { cure: "Reload the page." }));
  }

  #drop(reason: Fault): void {
    const { worker, remote, loss } = this.#connection;
    loss.lose(reason);
    remote[Comlink.releaseProxy]();
    worker.terminate();
  }

  /** Says of every node that had not settled that it failed. */
  #fail(current: Current, { message, port, cure }: Fault): void {
    if (this.#current !== current && this.#current?.job.id !== current.job.id) return;
    const job = current.job.id;
    const state = { state: "failed", reason: message, port, cure } as const;
    const events = [...current.unsettled].map((node): EngineEvent => ({ kind: "node", job, node, state }));
    this.#listener([...events, { kind: "job", job, state: "cancelled", ms: 0 }]);
  }
}

/** The worker was replaced while a call waited. */
class Lost extends Fault {
  constructor() {
    super("the engine was stuck and has been started again", { cure: "Try again." });
  }
}
