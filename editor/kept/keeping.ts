/** Writes the open graph as one works: drafts within a second, apart from what is saved by name. One tab alone writes it. */
import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { reasonOf } from "../reasonOf.ts";
import { words } from "../words.ts";
import { type Hold, type Holder, hold, isHeld } from "./hold.ts";
import { markClosed, markOpen, wasKilled } from "./running.ts";
import type { Shed } from "./storage.ts";
import { note } from "./tabs.ts";
import { keepOpened, keepPassing, keepRevision } from "./versions.ts";

const writesAfter = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let unwritten = false;
let held: Hold | null = null;
const holds = new Map<string, Hold>();
/** Graphs that another tab, or the list, wrote while they waited in the strip. */
const stale = new Set<string>();
let remember: (source: string) => void = () => {};

/** Keeps every change from now on. `remembered` is told under which name the graph can be opened again. */
export function startKeeping(remembered: typeof remember): void {
  remember = remembered;
  void flush();
  app.store.subscribe(({ id, document }, before) => {
    if (document === before.document || id !== before.id) return;
    if (held?.holder() === "elsewhere") return makeCopy();
    keepOpened(id, before.document);
    touch();
  });
  addEventListener("pagehide", () => {
    void flush();
    for (const id of holds.keys()) markClosed(id);
  });
  document.addEventListener("visibilitychange", () => void flush());
}

/** What is open is to be written although nothing of it was changed: it came from elsewhere. */
export function touch(): void {
  unwritten = true;
  if (app.storage?.lasting) app.surroundings.setState({ saving: "saving" });
  timer ??= setTimeout(flush, writesAfter);
}

/** From now on another graph is on show. */
export function watch(id: string): void {
  drop();
  const changed = (holder: Holder, taken: boolean) => void holderChanged(id, holder, taken);
  held = holds.get(id) ?? hold(id, { changed, leaving: flush });
  holds.set(id, held);
  const saved = app.storage?.lasting === false ? "refused" : "saved";
  app.surroundings.setState({ saving: held.holder() === "elsewhere" ? "elsewhere" : saved });
}

/** A graph is no longer open here. */
export function unwatch(id: string): void {
  holds.get(id)?.release();
  holds.delete(id);
  stale.delete(id);
  markClosed(id);
}

export const markStale = (id: string): unknown => holds.has(id) && stale.add(id);

/** True, once, where a graph that waits must be read anew. */
export const wasStale = (id: string): boolean => stale.delete(id);

/** Forgets what is unwritten. */
export function drop(): void {
  clearTimeout(timer);
  timer = undefined;
  unwritten = false;
}

async function holderChanged(id: string, holder: Holder, taken: boolean): Promise<void> {
  if (id !== app.store.getState().id) return void (holder === "elsewhere" && stale.add(id));
  const { saving } = app.surroundings.getState();
  if (holder === "elsewhere") {
    if (unwritten) return makeCopy();
    app.surroundings.setState({ saving: "elsewhere" });
    sayElsewhere(taken);
  } else if (saving === "elsewhere") {
    app.surroundings.setState({ saving: "saved" });
    await showNewest(id);
    app.say(words.editedHere);
  }
}

/** Says that another tab writes the open graph, with the way to write it here. */
export function sayElsewhere(taken = false): void {
  const take = { label: words.editHere, perform: () => held?.take() };
  app.say(taken ? words.takenElsewhere : words.openElsewhere, "info", take);
}

/** Another tab may have written it meanwhile. */
async function showNewest(id: string): Promise<void> {
  const newest = await app.storage?.load(id).catch(() => null);
  const { id: open, document } = app.store.getState();
  if (newest && open === id && JSON.stringify(newest) !== JSON.stringify(document))
    app.store.open(id, newest);
}

/** What is changed in a graph that another tab writes becomes a graph of its own: neither overwrites the other. */
function makeCopy(): void {
  const { id, document } = app.store.getState();
  const [copy, { name }] = [crypto.randomUUID(), document];
  app.store.become(copy);
  note(id, { id: copy, source: null });
  unwatch(id);
  watch(copy);
  app.store.amend(edit.rename(words.copyOf(name)));
  touch();
  app.say(words.madeCopy(words.copyOf(name)));
}

/** Writes the draft now. What fails is said, and tried again with the next change. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const { storage } = app;
  if (!unwritten || !storage) return;
  const { id, document } = app.store.getState();
  const by = held;
  unwritten = false;
  if (by?.holder() === "asking") await by.known;
  if (by?.holder() === "elsewhere") return by === held ? makeCopy() : undefined;
  const written = write(() => storage.draft(id, document));
  // Before the write ends: the page may close first, or show another graph.
  remember(`graph:${id}`);
  markOpen(id);
  if (await written) await keepPassing(id, document);
}

/** Saves the open graph by its name, apart from drafts. */
export async function saveGraph(): Promise<void> {
  await held?.known;
  const { id, document } = app.store.getState();
  if (held?.holder() === "elsewhere") return makeCopy();
  drop();
  const saved = await write(() => app.storage?.save(id, document));
  remember(`graph:${id}`);
  markOpen(id);
  if (!saved) return;
  await keepRevision(id, document, "save");
  if (!(await navigator.storage?.persisted?.())) void navigator.storage?.persist?.();
}

async function write(put: () => Promise<void> | undefined): Promise<boolean> {
  const { surroundings, storage } = app;
  try {
    const shed = await makingRoom(put);
    surroundings.setState({ saving: storage?.lasting ? "saved" : "refused" });
    if (shed) app.say(words.madeRoom[shed]);
    return true;
  } catch (error) {
    unwritten = true;
    surroundings.setState({ saving: "failed" });
    app.say(isFull(error) ? words.quotaFull : words.saveFailed(reasonOf(error)), "error");
    return false;
  }
}

/** Gives up pictures, then old revisions, until there is room. Says what it gave up. */
async function makingRoom(put: () => Promise<void> | undefined): Promise<Shed | null> {
  let last: Shed | null = null;
  for (;;) {
    try {
      await put();
      return last;
    } catch (error) {
      const shed = isFull(error) ? await app.storage?.shed() : null;
      if (!shed) throw error;
      last = shed;
    }
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";

/** Says it where the graph that opens was open when its tab was killed: the draft holds what was not saved by name. */
export async function sayRecovered(id: string): Promise<void> {
  const killed = wasKilled(id);
  await held?.known;
  if (!killed || held?.holder() !== "here") return;
  const saved: GraphDocument | null = (await app.storage?.savedBehind(id).catch(() => null)) ?? null;
  const back = () => app.store.change(words.changes.goBack, () => saved as GraphDocument);
  app.say(words.recovered, "info", saved ? { label: words.backToSaved, perform: back } : undefined);
}

/** True where another tab has this graph open. */
export async function isElsewhere(id: string): Promise<boolean> {
  const hold = holds.get(id);
  return hold ? hold.holder() === "elsewhere" : isHeld(id);
}
