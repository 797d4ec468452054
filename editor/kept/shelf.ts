/** One's own graphs as lists show them, and what can be done with one that need not be open. */
import { createStore } from "zustand/vanilla";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { reasonOf } from "../reasonOf.ts";
import { closeGraph, forget, openStored } from "../session.ts";
import { words } from "../words.ts";
import { keepCover } from "./keepCover.ts";
import { flush, isElsewhere, markStale } from "./keeping.ts";
import type { Entry } from "./storage.ts";
import { note } from "./tabs.ts";

const keptInTrash = 30 * 24 * 60 * 60 * 1000;

/** Null until it was asked for. */
export const shelf = createStore<{ readonly entries: readonly Entry[] | null }>(() => ({ entries: null }));

/** Reads the list anew, with the open graph as it is now. */
export async function readShelf(): Promise<void> {
  await flush();
  await keepCover();
  const entries = (await app.storage?.list().catch(() => null)) ?? [];
  const [over, there] = [entries.filter(isOver), entries.filter((entry) => !isOver(entry))];
  shelf.setState({ entries: there });
  for (const { id } of over) await app.storage?.remove(id).catch(() => {});
}

/** What has lain in the trash for 30 days. */
const isOver = ({ deleted }: Entry): boolean => deleted !== undefined && Date.now() - deleted > keptInTrash;

/** Does something with storage and shows what came of it; a failure is said. */
async function act(change: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await change();
  } catch (error) {
    app.say(words.saveFailed(reasonOf(error)), "error");
  }
  await readShelf();
}

const isOpen = (id: string): boolean => app.store.getState().id === id;

export async function renameKept({ id, name: before }: Entry, name: string): Promise<void> {
  if (await isElsewhere(id)) return app.say(words.closeElsewhere(before));
  if (!isOpen(id)) {
    // Where it waits in the strip it is read anew.
    markStale(id);
    note(id, { name });
    return act(() => app.storage?.rename(id, name));
  }
  app.store.change(words.changes.rename, edit.rename(name));
  return act(flush);
}

export function duplicateKept({ id, name }: Entry): Promise<void> {
  const copy = crypto.randomUUID();
  return act(async () => {
    await flush();
    const [document, picture] = await Promise.all([app.storage?.load(id), app.storage?.picture(id)]);
    if (!document) return;
    await app.storage?.draft(copy, { ...document, name: words.copyOf(name) });
    if (picture) await app.storage?.keepPicture(copy, picture);
  });
}

/** Puts it into the trash; where it is open, it is closed. */
export async function trashKept({ id, name }: Entry): Promise<void> {
  if (await isElsewhere(id)) return app.say(words.closeElsewhere(name));
  const open = isOpen(id);
  await act(async () => {
    await flush();
    await app.storage?.trash(id, true);
    if (open) await closeGraph();
    else forget(id);
  });
  const perform = () => void act(() => app.storage?.trash(id, false)).then(() => open && openStored(id));
  app.say(words.deleted(name), "info", { label: words.undo, perform });
}

export const restoreKept = ({ id }: Entry): Promise<void> => act(() => app.storage?.trash(id, false));

export const removeKept = ({ id }: Entry): Promise<void> => act(() => app.storage?.remove(id));
