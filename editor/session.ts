/** What is open, from visit to visit: reopened on reload, kept as one works, never replaced by a bad file. */
import { type GraphDocument, graphFormat, graphVersion } from "../engine/document.ts";
import { app, emptyDocument } from "./app.ts";
import { openStorage } from "./store.ts";
import { words } from "./words.ts";

const firstSample = "02-style-mixing.json";
const lastKey = "ganglion.last";
const writesAfter = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let unwritten = false;

/**
 * Opens what the page was called with, else what was open last, else the first sample, and keeps what changes from now on.
 * `arrive` opens the first and says whether there was any.
 */
export async function startSession(arrive: () => Promise<boolean>): Promise<void> {
  const opened = arrive().then((arrived) => (arrived ? undefined : reopen()));
  app.storage = await openStorage();
  if (!app.storage.lasting) {
    app.surroundings.setState({ saving: "refused" });
    app.say(words.refusedStorage);
  }
  await opened;
  void flush();
  app.store.subscribe(({ id, document }, before) => {
    if (document === before.document || id !== before.id) return;
    unwritten = true;
    if (app.storage?.lasting) app.surroundings.setState({ saving: "saving" });
    clearTimeout(timer);
    timer = setTimeout(flush, writesAfter);
  });
  addEventListener("pagehide", () => void flush());
  document.addEventListener("visibilitychange", () => void flush());
}

async function reopen(): Promise<void> {
  const hash = /^#sample=([\w.-]+)$/.exec(location.hash)?.[1];
  const [kind, name] = hash ? ["sample", hash] : (recallLast() ?? "").split(/:(.*)/s);
  if (kind === "graph" && name && (await openStored(name))) return;
  if (kind === "sample" && name && (await openSample(name))) return;
  if (!(await openSample(firstSample))) {
    show(crypto.randomUUID(), emptyDocument, null);
    app.say(words.noSamples, "error");
  }
}

function recallLast(): string | null {
  try {
    return localStorage.getItem(lastKey);
  } catch {
    return null;
  }
}

function rememberLast(what: string | null): void {
  try {
    if (what !== null) localStorage.setItem(lastKey, what);
  } catch {
    // Private mode: the next visit begins with the first sample.
  }
}

function show(id: string, graph: GraphDocument, remember: string | null): void {
  void flush();
  app.selection.clear();
  app.store.open(id, graph);
  app.surroundings.setState({ ready: true, open: null, closeUp: null, lightbox: null });
  rememberLast(remember);
  document.title = `${graph.name} · ${words.product}`;
}

/** Writes the draft now. What fails is said, and tried again with the next change. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  const { id, document: graph } = app.store.getState();
  if (!unwritten || !app.storage) return;
  unwritten = false;
  const written = write(() => app.storage?.draft(id, graph));
  // Before the write ends: the page may close first, or show another graph.
  rememberLast(`graph:${id}`);
  await written;
}

/** Saves the open graph by its name, apart from drafts. */
export async function saveGraph(): Promise<void> {
  const { id, document: graph } = app.store.getState();
  clearTimeout(timer);
  unwritten = false;
  await write(() => app.storage?.save(id, graph));
  rememberLast(`graph:${id}`);
  void navigator.storage?.persist?.();
}

async function write(put: () => Promise<void> | undefined): Promise<void> {
  const { surroundings, storage } = app;
  try {
    await put();
    surroundings.setState({ saving: storage?.lasting ? "saved" : "refused" });
  } catch (error) {
    unwritten = true;
    surroundings.setState({ saving: "failed" });
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    app.say(full ? words.quotaFull : words.saveFailed(reasonOf(error)), "error");
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens a graph that is kept here. False where there is none. */
export async function openStored(id: string): Promise<boolean> {
  app.storage ??= await openStorage();
  await flush();
  const graph = await app.storage.load(id).catch(() => null);
  if (!graph) return false;
  show(id, graph, `graph:${id}`);
  return true;
}

/** Opens a sample as a graph of one's own; it is kept from the first change on. */
export async function openSample(file: string): Promise<boolean> {
  try {
    const response = await fetch(`/samples/graphs/${file}`);
    if (!response.ok) return false;
    show(crypto.randomUUID(), complete(await response.json()), `sample:${file}`);
    return true;
  } catch {
    return false;
  }
}

/** Samples are checked when they are made: only what may be left out is filled in. */
function complete(sample: Partial<GraphDocument>): GraphDocument {
  const nodes = (sample.nodes ?? []).map((node) => ({
    ...node,
    params: node.params ?? {},
    at: node.at ?? [0, 0],
  }));
  return { ...emptyDocument, ...sample, format: graphFormat, version: graphVersion, nodes };
}

export function newGraph(): void {
  show(crypto.randomUUID(), { ...emptyDocument, name: words.untitled }, null);
}

/** What is left when another graph opens: its name and the way back. */
interface Left {
  readonly name: string;
  back(): void;
}

/** Opens a graph from elsewhere as a new one, kept at once. What was open is kept as well; null where it is nobody's own. */
export async function adopt(graph: GraphDocument): Promise<Left | null> {
  const left = await leave();
  show(crypto.randomUUID(), graph, null);
  unwritten = true;
  await flush();
  return left;
}

async function leave(): Promise<Left | null> {
  const last = recallLast();
  const { id, document: graph, past } = app.store.getState();
  if (app.surroundings.getState().ready)
    return past.length > 0 || last === `graph:${id}`
      ? { name: graph.name, back: () => show(id, graph, last) }
      : null;
  const [, kept] = /^graph:(.*)$/s.exec(last ?? "") ?? [];
  if (kept === undefined) return null;
  app.storage ??= await openStorage();
  const name = (await app.storage.list()).find((entry) => entry.id === kept)?.name;
  return name === undefined ? null : { name, back: () => void openStored(kept) };
}
