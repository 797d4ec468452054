import * as Comlink from "comlink";
import type { Draughtsman } from "./worker.ts";

interface Connection {
  readonly remote: Comlink.Remote<Draughtsman>;
  /** Rejects when the worker is lost. */
  readonly lost: Promise<never>;
}

let connection: Connection | null = null;

function connect(): Connection {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const lost = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => {
      connection = null;
      worker.terminate();
      reject(new Error(message || "the worker that draws could not be started"));
    });
  });
  lost.catch(() => {});
  return { remote: Comlink.wrap<Draughtsman>(worker), lost };
}

/** Has something drawn by the worker, which is started for the first. Rejects when the worker is lost; the next call starts another. */
export function draw<T>(ask: (draughtsman: Comlink.Remote<Draughtsman>) => Promise<T>): Promise<T> {
  connection ??= connect();
  return Promise.race([ask(connection.remote), connection.lost]);
}
