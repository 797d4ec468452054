/** The engine behind a message port: what the page may ask for, and the worker's end. The page's end is `connect.ts`. */
import * as Comlink from "comlink";
import type { Card } from "./card.ts";
import type { Backend, Pace } from "./context.ts";
import type { GraphDocument } from "./document.ts";
import { EventQueue } from "./EventQueue.ts";
import type { EngineEvent, EngineStatus } from "./events.ts";
import { toFault } from "./failure.ts";
import type { Inspection } from "./inspect.ts";
import type { Job, Observed } from "./job.ts";
import type { ModelFiles } from "./modelFiles.ts";
import type { Raster, RasterOptions } from "./raster.ts";

export interface RunOptions {
  /** Heavy nodes may run: the person pressed Run. */
  readonly heavy?: boolean;
  /** How often yield nodes give values on the way; "live" where it is left out. */
  readonly pace?: Pace;
  /** A node that begins anew, with all that follows from it. */
  readonly restart?: string;
  /** Sends previews again that were sent before, as after opening a document. */
  readonly resend?: boolean;
}

/** The engine as the page sees it. Events come to the listener given to `connectEngine`. */
export interface EngineClient {
  /** Runs what is observed, nearest to the eye first, and supersedes the job before. Gives the id of the job. */
  run(document: GraphDocument, observed: readonly Observed[], options?: RunOptions): number;
  /** Stops the running job between nodes and chunks. Streams stay where they are: a later run with `heavy` goes on there. */
  cancel(): void;
  /** A closer look at a value of the document last run. Rejects with a Fault where there is none. */
  inspect(node: string, port: string, options: { readonly sample: number }): Promise<Inspection>;
  /** One sample of a value of the document last run, at full size. Rejects with a Fault where there is none, or no picture. */
  raster(node: string, port: string, options: RasterOptions): Promise<Raster>;
  useBackend(backend: Backend | "auto"): Promise<EngineStatus>;
  /** Adds a model that the worker lacks; added again by itself when the worker is replaced. */
  addModel(card: Card, bytes: Uint8Array): Promise<void>;
  /** A model that the worker has, as files called `stem`. Rejects with a Fault where there is none. */
  model(id: string, stem: string): Promise<ModelFiles>;
  cards(): Promise<readonly Card[]>;
  status(): Promise<EngineStatus>;
  close(): void;
}

/** Receives events in order, many at once. */
export type EventListener = (events: readonly EngineEvent[]) => void;

/** What stands behind the port. */
export interface EngineHost {
  run(job: Job): Promise<unknown>;
  cancel(job: number): void;
  inspect(node: string, port: string, options: { readonly sample: number }): Promise<Inspection>;
  raster(node: string, port: string, options: RasterOptions): Promise<Raster>;
  chooseBackend(backend: Backend | "auto"): Promise<EngineStatus>;
  addModel(card: Card, bytes: Uint8Array): void;
  model(id: string, stem: string): Promise<ModelFiles>;
  cards(): readonly Card[];
  status(): EngineStatus;
}

/** Errors cross the port as data: a reason without a stack trace. */
export type Answer<T> =
  | { readonly value: T }
  | { readonly reason: string; readonly port: string | null; readonly cure: string | null };

/** The calls that cross the port. An empty batch of events is a sign of life. */
export interface EnginePort {
  start(listener: (events: readonly EngineEvent[]) => Promise<void>, setup: unknown): Promise<Answer<null>>;
  run(job: Job): Promise<Answer<null>>;
  cancel(job: number): Promise<Answer<null>>;
  inspect(node: string, port: string, sample: number): Promise<Answer<Inspection>>;
  raster(node: string, port: string, options: RasterOptions): Promise<Answer<Raster>>;
  chooseBackend(backend: Backend | "auto"): Promise<Answer<EngineStatus>>;
  addModel(card: Card, bytes: Uint8Array): Promise<Answer<null>>;
  model(id: string, stem: string): Promise<Answer<ModelFiles>>;
  cards(): Promise<Answer<readonly Card[]>>;
  status(): Promise<Answer<EngineStatus>>;
}

/** A sign of life is sent this often while somebody waits for an answer, in milliseconds. */
const beatEvery = 2000;

/** Makes the host once the page has said hello. `setup` is what the page gave to `connectEngine`. */
export type MakeHost = (emit: (event: EngineEvent) => void, setup: unknown) => Promise<EngineHost>;

/** Answers the other end of a port for as long as it is open. */
export function serveEngine(endpoint: Comlink.Endpoint, makeHost: MakeHost): void {
  Comlink.expose(enginePort(makeHost), endpoint);
}

function enginePort(makeHost: MakeHost): EnginePort {
  let resolve: (host: Promise<EngineHost>) => void = () => {};
  const ready = new Promise<EngineHost>((settle) => {
    resolve = settle;
  });
  ready.catch(() => {});
  let queue: EventQueue | null = null;
  let waiting = 0;
  let beat: ReturnType<typeof setInterval> | undefined;

  async function answer<T>(work: (host: EngineHost) => T | Promise<T>): Promise<Answer<T>> {
    if (waiting++ === 0) beat = setInterval(() => queue?.beat(), beatEvery);
    try {
      return { value: await work(await ready) };
    } catch (error) {
      const { message, port, cure } = toFault(error);
      return { reason: message, port, cure };
    } finally {
      if (--waiting === 0) clearInterval(beat);
    }
  }

  return {
    start(listener, setup) {
      const events = new EventQueue(listener);
      queue = events;
      resolve(makeHost((event) => events.add(event), setup));
      return answer(() => null);
    },
    run: (job) =>
      answer(async (host) => {
        await host.run(job);
        return null;
      }),
    cancel: (job) =>
      answer((host) => {
        host.cancel(job);
        return null;
      }),
    inspect: (node, port, sample) => answer((host) => host.inspect(node, port, { sample })),
    raster: (node, port, options) => answer((host) => host.raster(node, port, options)),
    chooseBackend: (backend) => answer((host) => host.chooseBackend(backend)),
    addModel: (card, bytes) =>
      answer((host) => {
        host.addModel(card, bytes);
        return null;
      }),
    model: (id, stem) => answer((host) => host.model(id, stem)),
    cards: () => answer((host) => host.cards()),
    status: () => answer((host) => host.status()),
  };
}
