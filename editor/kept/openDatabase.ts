import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { GraphDocument } from "../../engine/document.ts";
import { shapeOf } from "./shapeOf.ts";
import type { Entry, Revision } from "./storage.ts";

export interface Kept {
  readonly id: string;
  readonly at: number;
  readonly document: GraphDocument;
}

/** Documents and pictures lie apart from what lists show of them. */
export interface Schema extends DBSchema {
  graphs: { key: string; value: Kept };
  drafts: { key: string; value: Kept };
  entries: { key: string; value: Entry };
  /** By the id of a graph or of a revision. */
  pictures: { key: string; value: Blob };
  revisions: { key: string; value: Revision; indexes: { graph: string } };
  contents: { key: string; value: Kept };
}

export type Database = IDBPDatabase<Schema>;

/** "blocked": another tab keeps an older version open; "outdated": another tab wants a newer one than this. */
export type Trouble = "blocked" | "outdated";

const version = 2;

/** Opens the database, made or brought up to this version. `closed` is called when it can no longer be used. */
export function openDatabase(
  name: string,
  hear: (trouble: Trouble) => Promise<void> | void,
  closed: () => void,
): Promise<Database> {
  return openDB<Schema>(name, version, {
    upgrade,
    blocked: () => void hear("blocked"),
    async blocking(_current, wanted, event) {
      const database = event.target as IDBDatabase;
      // What is unwritten is written first: the other tab waits until this one lets go.
      if (wanted !== null) await hear("outdated");
      database.close();
      closed();
    },
    terminated: closed,
  });
}

async function upgrade(
  database: Database,
  from: number,
  _to: number | null,
  transaction: IDBPTransaction<Schema, ("graphs" | "drafts" | "entries")[], "versionchange">,
): Promise<void> {
  if (from < 1) {
    database.createObjectStore("graphs", { keyPath: "id" });
    database.createObjectStore("drafts", { keyPath: "id" });
  }
  if (from < 2) {
    const entries = database.createObjectStore("entries", { keyPath: "id" });
    database.createObjectStore("pictures");
    database.createObjectStore("revisions", { keyPath: "id" }).createIndex("graph", "graph");
    database.createObjectStore("contents", { keyPath: "id" });
    if (from === 1) {
      // Drafts last: where there is one, it is what the graph is now.
      for (const store of [transaction.objectStore("graphs"), transaction.objectStore("drafts")])
        for await (const { value } of store) await entries.put(entryOf(value));
    }
  }
}

export const entryOf = ({ id, at, document }: Kept): Entry => ({
  id,
  name: document.name,
  nodes: document.nodes.length,
  at,
  shape: shapeOf(document),
});
