/** What is open, from visit to visit: reopened on reload, kept as one works, never replaced by a bad file. */
import { type GraphDocument, graphFormat, graphVersion } from "../engine/document.ts";
import { app, emptyDocument } from "./app.ts";
import { noteImport } from "./imports.ts";
import { drop, flush, sayRecovered, startKeeping, touch, unwatch, wasStale, watch } from "./kept/keeping.ts";
import type { Trouble } from "./kept/openDatabase.ts";
import { openStorage } from "./kept/openStorage.ts";
import {
  beside,
  leaveStrip,
  makePlace,
  note,
  type Parked,
  recallTabs,
  type Tab,
  tabs,
  unpark,
} from "./kept/tabs.ts";
import { sampleInWords } from "./sampleInWords.ts";
import { words } from "./words.ts";

const firstSample = "02-style-mixing.json";
const lastKey = "ganglion.last";

/**
 * Opens what the page was called with, else what was open last, else the first sample, and keeps what changes from now on.
 * `arrive` opens the first and says whether there was any.
 */
export async function startSession(arrive: () => Promise<boolean>): Promise<void> {
  recallTabs();
  const opened = arrive().then((arrived) => (arrived ? undefined : reopen()));
  app.storage = await openStorage(hear);
  if (!app.storage.lasting) {
    app.surroundings.setState({ saving: "refused" });
    app.say(words.refusedStorage);
  }
  await opened;
  startKeeping(rememberLast);
}

/** Another tab and this one need different versions of the database. */
async function hear(trouble: Trouble): Promise<void> {
  if (trouble === "blocked") return app.say(words.blocked, "error");
  await flush();
  app.say(words.otherVersion, "error", { label: words.reload, perform: () => location.reload() });
}

async function reopen(): Promise<void> {
  const hash = /^#sample=([\w.-]+)$/.exec(location.hash)?.[1];
  const [kind, name] = hash ? ["sample", hash] : (recallLast() ?? "").split(/:(.*)/s);
  if (kind === "graph" && name && (await openStored(name))) return sayRecovered(name);
  const sample = tabs.getState().all.find(({ source }) => source === `sample:${name}`);
  if (kind === "sample" && name && (await openSample(name, sample?.id))) return;
  if (!(await openSample(firstSample))) {
    show(crypto.randomUUID(), emptyDocument, null);
    app.say(words.noSamples, "error");
  }
}

function recallLast(): string | null {
  try {
    return sessionStorage.getItem(lastKey) ?? localStorage.getItem(lastKey);
  } catch {
    return null;
  }
}

function rememberLast(what: string | null): void {
  if (what === null) return;
  if (what.startsWith("graph:")) note(what.slice("graph:".length), { source: what });
  try {
    // This tab's own, and that of the next visit.
    sessionStorage.setItem(lastKey, what);
    localStorage.setItem(lastKey, what);
  } catch {
    // Private mode: the next visit begins with the first sample.
  }
}

/** Shows a graph, as it was left where it waited. */
function show(id: string, graph: GraphDocument, source: string | null, waited: Parked | null = null): void {
  void flush();
  for (const gone of makePlace({ id, name: graph.name, source })) unwatch(gone);
  app.view = waited?.view ?? null;
  app.selection.clear();
  if (waited) app.store.resume(waited.open);
  else app.store.open(id, graph);
  if (waited) {
    app.selection.nodes(waited.nodes);
    app.runs.restore(waited.runs);
  }
  app.view = null;
  app.surroundings.setState({ ready: true, open: null, closeUp: null, lightbox: null });
  watch(id);
  rememberLast(source);
  document.title = `${graph.name} · ${words.product}`;
}

/** Shows a graph of the strip. */
export async function showTab({ id, source }: Tab): Promise<boolean> {
  await flush();
  const waited = unpark(id);
  const [, sample] = /^sample:(.*)$/s.exec(source ?? "") ?? [];
  if (waited && !wasStale(id)) show(id, waited.open.document, source, waited);
  else return sample ? openSample(sample, id) : openStored(id);
  return true;
}

/** Takes a graph out of the strip; it stays kept, and can be put back as it was. */
export async function closeTab(tab: Tab): Promise<void> {
  const next = beside(1);
  if (!next) return;
  if (tab.id === app.store.getState().id && !(await showTab(next))) return;
  const waited = unpark(tab.id);
  leaveStrip(tab.id);
  unwatch(tab.id);
  const back = () => (waited ? show(tab.id, waited.open.document, tab.source, waited) : void showTab(tab));
  if (waited || tab.source) app.say(words.closedTab(tab.name), "info", { label: words.undo, perform: back });
}

/** Opens a graph that is kept here. False where there is none. */
export async function openStored(id: string): Promise<boolean> {
  app.storage ??= await openStorage(hear);
  await flush();
  if (id === app.store.getState().id) app.surroundings.setState({ open: null });
  const waited = unpark(id);
  if (waited && !wasStale(id)) show(id, waited.open.document, `graph:${id}`, waited);
  if (id === app.store.getState().id) return true;
  const graph = await app.storage.load(id).catch(() => null);
  if (!graph) return false;
  show(id, graph, `graph:${id}`);
  return true;
}

/** Opens a sample as a graph of one's own; it is kept from the first change on. */
export async function openSample(file: string, id: string = crypto.randomUUID()): Promise<boolean> {
  try {
    const response = await fetch(`/samples/graphs/${file}`);
    if (!response.ok) return false;
    show(id, sampleInWords(complete(await response.json())), `sample:${file}`);
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

/** Closes the open graph without writing it again: the next in the strip is shown, or an empty one. */
export async function closeGraph(): Promise<void> {
  const { id } = app.store.getState();
  const { open } = app.surroundings.getState();
  drop();
  const next = beside(1);
  if (!next || !(await showTab(next))) {
    rememberLast("");
    newGraph();
  }
  forget(id);
  app.surroundings.setState({ open });
}

/** A graph is deleted: it waits no longer. */
export function forget(id: string): void {
  leaveStrip(id);
  unwatch(id);
}

/** What is left when another graph opens: its name and the way back. */
interface Left {
  readonly name: string;
  back(): Promise<unknown>;
}

/** Opens a graph from elsewhere as a new one, kept at once. What was open is kept as well; null where it is nobody's own. */
export async function adopt(graph: GraphDocument): Promise<Left | null> {
  const [, sample] = /^sample:(.*)$/s.exec(recallLast() ?? "") ?? [];
  const { id: from } = app.store.getState();
  const left = await leave();
  const id = crypto.randomUUID();
  const back = left?.back ?? (sample === undefined ? null : () => openSample(sample, from || undefined));
  const again = () => showTab({ id, name: graph.name, source: `graph:${id}` });
  if (back) noteImport(id, { back, again });
  show(id, graph, null);
  touch();
  await flush();
  return left;
}

async function leave(): Promise<Left | null> {
  const last = recallLast();
  const { id, document: graph, past } = app.store.getState();
  if (app.surroundings.getState().ready)
    return past.length > 0 || last === `graph:${id}`
      ? { name: graph.name, back: () => showTab({ id, name: graph.name, source: last }) }
      : null;
  const [, kept] = /^graph:(.*)$/s.exec(last ?? "") ?? [];
  if (kept === undefined) return null;
  app.storage ??= await openStorage(hear);
  const name = (await app.storage.list()).find((entry) => entry.id === kept)?.name;
  return name === undefined ? null : { name, back: () => openStored(kept) };
}
