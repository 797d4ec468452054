/** Where graphs are kept: IndexedDB. Drafts are written as one works, apart from what was saved by name. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { GraphDocument } from "../engine/document.ts";

/** One graph in the list of what is kept. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly nodes: number;
  /** When it was written last, as Date.now(). */
  readonly at: number;
}

interface Kept extends Entry {
  readonly document: GraphDocument;
}

interface Schema extends DBSchema {
  graphs: { key: string; value: Kept };
  drafts: { key: string; value: Kept };
}

/** Every promise rejects with the browser's own error where it refuses: `QuotaExceededError` where storage is full. */
export interface Storage {
  /** False where the browser refuses storage and all is kept in memory alone. */
  readonly lasting: boolean;
  /** Newest first. */
  list(): Promise<readonly Entry[]>;
  /** The draft if there is one, else what was saved; null for an unknown id. */
  load(id: string): Promise<GraphDocument | null>;
  draft(id: string, document: GraphDocument): Promise<void>;
  /** Saves by name; the draft is then no longer needed. */
  save(id: string, document: GraphDocument): Promise<void>;
  remove(id: string): Promise<void>;
}

const databaseVersion = 1;

/** Opens the database; where it is refused (private mode), a storage in memory. */
export async function openStorage(name = "ganglion"): Promise<Storage> {
  try {
    const database = await openDB<Schema>(name, databaseVersion, {
      upgrade(db) {
        db.createObjectStore("graphs", { keyPath: "id" });
        db.createObjectStore("drafts", { keyPath: "id" });
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return inDatabase(database);
  } catch {
    return inMemory();
  }
}

const record = (id: string, document: GraphDocument): Kept => ({
  id,
  name: document.name,
  nodes: document.nodes.length,
  at: Date.now(),
  document,
});

function inDatabase(database: IDBPDatabase<Schema>): Storage {
  return {
    lasting: true,
    async list() {
      const [saved, drafts] = await Promise.all([database.getAll("graphs"), database.getAll("drafts")]);
      return newest([...saved, ...drafts]);
    },
    async load(id) {
      const kept = (await database.get("drafts", id)) ?? (await database.get("graphs", id));
      return kept?.document ?? null;
    },
    async draft(id, document) {
      const drafts = database.transaction("drafts", "readwrite");
      const put = drafts.store.put(record(id, document));
      // Asked for at once: a page that closes now takes a transaction that is still open with it.
      drafts.commit();
      await Promise.all([put, drafts.done]);
    },
    async save(id, document) {
      const both = database.transaction(["graphs", "drafts"], "readwrite");
      await Promise.all([
        both.objectStore("graphs").put(record(id, document)),
        both.objectStore("drafts").delete(id),
        both.done,
      ]);
    },
    async remove(id) {
      const both = database.transaction(["graphs", "drafts"], "readwrite");
      await Promise.all([
        both.objectStore("graphs").delete(id),
        both.objectStore("drafts").delete(id),
        both.done,
      ]);
    },
  };
}

function inMemory(): Storage {
  const kept = new Map<string, Kept>();
  const keep = async (id: string, document: GraphDocument) => void kept.set(id, record(id, document));
  return {
    lasting: false,
    list: async () => newest([...kept.values()]),
    load: async (id) => kept.get(id)?.document ?? null,
    draft: keep,
    save: keep,
    remove: async (id) => void kept.delete(id),
  };
}

/** One entry an id, the newest first. */
function newest(all: readonly Kept[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { document: _, ...entry } of [...all].sort((a, b) => b.at - a.at))
    if (!entries.has(entry.id)) entries.set(entry.id, entry);
  return [...entries.values()];
}
