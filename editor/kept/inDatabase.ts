import type { GraphDocument } from "../../engine/document.ts";
import { groupBy } from "../groupBy.ts";
import { type Database, entryOf, type Kept } from "./openDatabase.ts";
import type { Storage } from "./storage.ts";
import { thin } from "./thin.ts";

/** So many revisions a graph are left where storage is full. */
const leastRevisions = 3;

const record = (id: string, document: GraphDocument): Kept => ({ id, at: Date.now(), document });

/** Storage in IndexedDB. `open` gives the database, anew where it was closed. */
export function inDatabase(open: () => Promise<Database>): Storage {
  return {
    lasting: true,
    ...graphsIn(open),
    ...picturesIn(open),
    ...revisionsIn(open),
    shed: () => shed(open),
  };
}

type Open = () => Promise<Database>;
type Graphs = "list" | "load" | "savedBehind" | "draft" | "save" | "rename" | "trash" | "remove";

function graphsIn(open: Open): Pick<Storage, Graphs> {
  return {
    async list() {
      const entries = await (await open()).getAll("entries");
      return entries.sort((a, b) => b.at - a.at);
    },
    async load(id) {
      const database = await open();
      return ((await database.get("drafts", id)) ?? (await database.get("graphs", id)))?.document ?? null;
    },
    async savedBehind(id) {
      const database = await open();
      const draft = await database.getKey("drafts", id);
      return draft === undefined ? null : ((await database.get("graphs", id))?.document ?? null);
    },
    async draft(id, document) {
      const both = (await open()).transaction(["drafts", "entries"], "readwrite");
      const kept = record(id, document);
      const puts = [both.objectStore("drafts").put(kept), both.objectStore("entries").put(entryOf(kept))];
      // Asked for at once: a page that closes now takes a transaction that is still open with it.
      both.commit();
      await Promise.all([...puts, both.done]);
    },
    async save(id, document) {
      const all = (await open()).transaction(["graphs", "drafts", "entries"], "readwrite");
      const kept = record(id, document);
      await Promise.all([
        all.objectStore("graphs").put(kept),
        all.objectStore("drafts").delete(id),
        all.objectStore("entries").put(entryOf(kept)),
        all.done,
      ]);
    },
    async rename(id, name) {
      const all = (await open()).transaction(["graphs", "drafts", "entries"], "readwrite");
      for (const store of [all.objectStore("graphs"), all.objectStore("drafts")]) {
        const kept = await store.get(id);
        if (kept) await store.put({ ...kept, document: { ...kept.document, name } });
      }
      const entry = await all.objectStore("entries").get(id);
      if (entry) await all.objectStore("entries").put({ ...entry, name });
      await all.done;
    },
    async trash(id, deleted) {
      const entries = (await open()).transaction("entries", "readwrite");
      const entry = await entries.store.get(id);
      if (entry) {
        const { deleted: _, ...there } = entry;
        await entries.store.put(deleted ? { ...there, deleted: Date.now() } : there);
      }
      await entries.done;
    },
    async remove(id) {
      const stores = ["graphs", "drafts", "entries", "pictures", "revisions", "contents"] as const;
      const all = (await open()).transaction(stores, "readwrite");
      const revisions = await all.objectStore("revisions").index("graph").getAllKeys(id);
      for (const store of ["graphs", "drafts", "entries", "pictures"] as const)
        await all.objectStore(store).delete(id);
      for (const revision of revisions)
        for (const store of ["revisions", "contents", "pictures"] as const)
          await all.objectStore(store).delete(revision);
      await all.done;
    },
  };
}

function picturesIn(open: Open): Pick<Storage, "picture" | "keepPicture"> {
  return {
    picture: async (of) => (await (await open()).get("pictures", of)) ?? null,
    keepPicture: async (of, picture) => void (await (await open()).put("pictures", picture, of)),
  };
}

function revisionsIn(open: Open): Pick<Storage, "revisions" | "revision" | "addRevision"> {
  return {
    async revisions(graph) {
      const found = await (await open()).getAllFromIndex("revisions", "graph", graph);
      return found.sort((a, b) => b.at - a.at);
    },
    revision: async (id) => (await (await open()).get("contents", id))?.document ?? null,
    async addRevision(graph, document, why) {
      const { name, nodes } = document;
      const revision = { id: crypto.randomUUID(), graph, at: Date.now(), why, name, nodes: nodes.length };
      const all = (await open()).transaction(["revisions", "contents", "pictures"], "readwrite");
      const known = await all.objectStore("revisions").index("graph").getAll(graph);
      await all.objectStore("revisions").put(revision);
      await all.objectStore("contents").put({ id: revision.id, at: revision.at, document });
      for (const { id } of thin([...known, revision].sort((a, b) => b.at - a.at)))
        for (const store of ["revisions", "contents", "pictures"] as const)
          await all.objectStore(store).delete(id);
      await all.done;
      return revision.id;
    },
  };
}

/** All pictures first; then, of each graph, all but its last revisions, then all. */
async function shed(open: Open): ReturnType<Storage["shed"]> {
  const all = (await open()).transaction(["pictures", "revisions", "contents"], "readwrite");
  const pictures = await all.objectStore("pictures").count();
  if (pictures > 0) await all.objectStore("pictures").clear();
  else {
    const revisions = (await all.objectStore("revisions").getAll()).sort((a, b) => b.at - a.at);
    const byGraph = groupBy(revisions, ({ graph }) => graph);
    const old = [...byGraph.values()].flatMap((those) => thin(those, leastRevisions));
    const going = old.length > 0 ? old : revisions;
    for (const { id } of going)
      for (const store of ["revisions", "contents"] as const) await all.objectStore(store).delete(id);
    if (going.length === 0) return null;
  }
  await all.done;
  return pictures > 0 ? "pictures" : "revisions";
}
