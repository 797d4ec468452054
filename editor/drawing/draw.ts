import * as Comlink from "comlink";
import { createLoss, type Loss } from "../../engine/loss.ts";
import type { Draughtsman } from "./worker.ts";

interface Connection {
  readonly remote: Comlink.Remote<Draughtsman>;
  readonly loss: Loss;
}

let connection: Connection | null = null;

function connect(): Connection {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const loss = createLoss();
  worker.addEventListener("error", ({ message }) => {
    connection = null;
    worker.terminate();
    loss.lose(new Error(message || "the worker that draws could not be started"));
  });
  return { remote: Comlink.wrap<Draughtsman>(worker), loss };
}

/** Has something drawn by the worker, which is started for the first. Rejects when the worker is lost; the next call starts another. */
export function draw<T>(ask: (draughtsman: Comlink.Remote<Draughtsman>) => Promise<T>): Promise<T> {
  connection ??= connect();
  return connection.loss.unlessLost(ask(connection.remote));
}
