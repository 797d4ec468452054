import type { GraphDocument } from "../../engine/document.ts";
import { entryOf } from "./openDatabase.ts";
import type { Entry, Revision, Storage } from "./storage.ts";
import { thin } from "./thin.ts";

const newest = (a: { readonly at: number }, b: { readonly at: number }) => b.at - a.at;

/** Storage that lasts as long as the page. */
export function inMemory(): Storage {
  const entries = new Map<string, Entry>();
  const documents = new Map<string, GraphDocument>();
  const pictures = new Map<string, Blob>();
  const revisions = new Map<string, Revision>();
  const ofGraph = (graph: string) =>
    [...revisions.values()].filter((each) => each.graph === graph).sort(newest);
  const forget = (id: string) => {
    for (const map of [entries, documents, pictures, revisions]) map.delete(id);
  };
  const keep = async (id: string, document: GraphDocument) => {
    documents.set(id, document);
    entries.set(id, entryOf({ id, at: Date.now(), document }));
  };
  return {
    lasting: false,
    list: async () => [...entries.values()].sort(newest),
    load: async (id) => documents.get(id) ?? null,
    savedBehind: async () => null,
    draft: keep,
    save: keep,
    async rename(id, name) {
      const [entry, document] = [entries.get(id), documents.get(id)];
      if (entry) entries.set(id, { ...entry, name });
      if (document) documents.set(id, { ...document, name });
    },
    async trash(id, deleted) {
      const { deleted: _, ...entry } = entries.get(id) ?? {};
      if ("id" in entry) entries.set(id, { ...(entry as Entry), ...(deleted && { deleted: Date.now() }) });
    },
    async remove(id) {
      for (const revision of ofGraph(id)) forget(revision.id);
      forget(id);
    },
    picture: async (of) => pictures.get(of) ?? null,
    keepPicture: async (of, picture) => void pictures.set(of, picture),
    revisions: async (graph) => ofGraph(graph),
    revision: async (id) => documents.get(id) ?? null,
    async addRevision(graph, document, why) {
      const { name, nodes } = document;
      const id = crypto.randomUUID();
      revisions.set(id, { id, graph, at: Date.now(), why, name, nodes: nodes.length });
      documents.set(id, document);
      for (const old of thin(ofGraph(graph))) forget(old.id);
      return id;
    },
    shed: async () => null,
  };
}
