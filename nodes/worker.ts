/** The worker: engine and catalogue on a port, models from the samples that are served beside the app. */
import { type Card, parseCard } from "../engine/card.ts";
import { openCheckpoints } from "../engine/checkpoints.ts";
import type { EngineEvent } from "../engine/events.ts";
import { createHost } from "../engine/host.ts";
import { createLibrary } from "../engine/library.ts";
import type { ModelLibrary } from "../engine/models.ts";
import { Fault } from "../engine/node.ts";
import { createRuntime } from "../engine/onnx/runtime.ts";
import { serveEngine } from "../engine/serve.ts";
import { catalogue } from "./index.ts";

type Emit = (event: EngineEvent) => void;

/** What the page may tell the worker; `base` is where the app is served. */
interface Setup {
  readonly base?: string;
}

serveEngine(self as never, async (emit, setup) => {
  const { base = (import.meta as { env?: { BASE_URL?: string } }).env?.BASE_URL ?? "/" } = (setup ??
    {}) as Setup;
  const models = createLibrary();
  const opening = createHost({
    catalogue,
    models,
    openRuntime: (backend) => createRuntime({ backend }),
    checkpoints: await openCheckpoints(),
    emit,
  });
  await addSamples(models, new URL(`${base}samples/`, self.location.href), emit);
  return opening;
});

/** Adds the models that the app brings along. Without them the rest works: nodes that name one say that it is missing. */
async function addSamples(models: ModelLibrary, base: URL, emit: Emit): Promise<void> {
  const index = await fetchJson(new URL("index.json", base)).catch(() => null);
  const names = (index as { models?: unknown } | null)?.models;
  if (!Array.isArray(names)) return;
  const files = names.map((name) => new URL(`models/${name}`, base));
  const cards = await Promise.allSettled(
    files.map(async (at) => ({ at, card: parseCard(await fetchJson(at)) })),
  );
  for (const found of cards) {
    if (found.status === "rejected") continue;
    const { at, card } = found.value;
    models.add(card, () => download(card, new URL(card.onnx, at), emit));
  }
}

async function fetchJson(at: URL): Promise<unknown> {
  const answer = await fetch(at);
  if (!answer.ok) throw new Fault(`${at.pathname} is missing (${answer.status})`);
  return answer.json();
}

/** The bytes of a model's file; says how far the download has come. Throws Fault where it can't be had. */
async function download(card: Card, at: URL, emit: Emit): Promise<Uint8Array> {
  const offline = new Fault(`the file ${card.onnx} of ${card.id} can't be loaded`, {
    cure: "Check the connection and run again.",
  });
  const answer = await fetch(at).catch(() => null);
  if (!answer?.ok || !answer.body) throw offline;
  const of = Number(answer.headers.get("content-length") ?? 0);
  const reader = answer.body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw offline;
    });
    if (done) break;
    parts.push(value);
    bytes += value.length;
    emit({ kind: "loading", model: card.id, bytes, of: Math.max(of, bytes) });
  }
  return join(parts, bytes);
}

function join(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
