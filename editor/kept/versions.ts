/** Earlier states of a graph: as it was opened, every few minutes of work, at each save, and before going back. */
import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { words } from "../words.ts";
import { coverNow } from "./keepCover.ts";
import type { Revision, Why } from "./storage.ts";

const between = 3 * 60 * 1000;

/** When the last revision of a graph was made, as far as this page knows. */
const last = new Map<string, number>();
let opened: { readonly id: string; readonly document: GraphDocument } | null = null;

/** The state before the first change: kept along with the first draft. */
export function keepOpened(id: string, document: GraphDocument): void {
  if (opened?.id !== id) opened = { id, document };
}

/** Along with a draft: at most one every few minutes, the first of how the graph was opened. Never fails. */
export async function keepPassing(id: string, document: GraphDocument): Promise<void> {
  const now = Date.now();
  if (now - (last.get(id) ?? 0) < between) return;
  const first = !last.has(id) && opened?.id === id ? opened.document : null;
  last.set(id, now);
  if (first === null) return keepRevision(id, document, "edit");
  const [newest] = (await app.storage?.revisions(id).catch(() => [])) ?? [];
  if (first.nodes.length > 0 && now - (newest?.at ?? 0) >= between) await keepRevision(id, first, "edit");
}

/** Keeps a state, with the picture where it is the one on show. Never fails: the graph itself is kept apart. */
export async function keepRevision(id: string, document: GraphDocument, why: Why): Promise<void> {
  last.set(id, Date.now());
  try {
    const cover = document === app.document ? await coverNow() : ((await app.storage?.picture(id)) ?? null);
    const revision = await app.storage?.addRevision(id, document, why);
    if (revision && cover) await app.storage?.keepPicture(revision, cover);
  } catch {
    // Storage is full: the next draft makes room and says so.
  }
}

/** Shows an earlier state. What is there now is kept first, and undo brings it back, too. */
export async function goBackTo(revision: Revision): Promise<void> {
  const { id, document } = app.store.getState();
  const earlier = await app.storage?.revision(revision.id).catch(() => null);
  if (!earlier) return app.say(words.versionGone, "error");
  await keepRevision(id, document, "before");
  app.store.settle();
  app.store.change(words.changes.goBack, () => earlier);
  app.store.settle();
}
