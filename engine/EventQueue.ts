import * as Comlink from "comlink";
import type { EngineEvent } from "./events.ts";
import type { Preview } from "./preview.ts";

/** The page is told at most this often, in milliseconds: about once a frame. */
const sendEvery = 16;

/**
 * Holds events back until the page has taken the last batch, and keeps only the newest of a kind for each node: the page
 * is never flooded, however fast nodes go.
 */
export class EventQueue {
  readonly #send: (events: readonly EngineEvent[]) => Promise<unknown>;
  readonly #waiting = new Map<string, EngineEvent>();
  #busy = false;

  constructor(send: (events: readonly EngineEvent[]) => Promise<unknown>) {
    this.#send = send;
  }

  add(event: EngineEvent): void {
    const subject = subjectOf(event);
    this.#waiting.delete(subject);
    this.#waiting.set(subject, event);
    if (!this.#busy) void this.#flush();
  }

  /** Says that the worker lives, unless a batch is under way that says so. */
  beat(): void {
    if (!this.#busy) this.#send([]).catch(() => {});
  }

  async #flush(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.size > 0) {
      const events = [...this.#waiting.values()];
      this.#waiting.clear();
      const pause = new Promise((resolve) => setTimeout(resolve, sendEvery));
      try {
        await this.#send(Comlink.transfer(events, events.flatMap(buffersOf)));
      } catch {
        break; // The port is closed: nobody listens any more.
      }
      await pause;
    }
    this.#busy = false;
  }
}

/** Events about the same subject replace one another, and take the later one's place in the order. */
function subjectOf(event: EngineEvent): string {
  switch (event.kind) {
    case "node":
    case "preview":
      return `${event.kind} ${event.job} ${event.node}`;
    case "job":
      return `job ${event.job} ${event.state}`;
    case "loading":
      return `loading ${event.model}`;
    case "status":
      return "status";
  }
}

function buffersOf(event: EngineEvent): ArrayBuffer[] {
  return event.kind === "preview" ? [...new Set(previewBuffers(event.preview))] : [];
}

function previewBuffers(preview: Preview): ArrayBuffer[] {
  if (preview.kind === "pixels") return preview.samples.map(({ buffer }) => buffer);
  if (preview.kind === "comparison") return [...previewBuffers(preview.a), ...previewBuffers(preview.b)];
  if (preview.kind === "place") return previewBuffers(preview.picture);
  if (preview.kind === "units") return preview.pictures?.samples.map(({ buffer }) => buffer) ?? [];
  return preview.kind === "bars" ? [preview.levels.buffer] : [];
}
