/** The open document in parts: an edit wakes only what shows what it changed. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { GraphNode } from "../engine/document.ts";
import type { Structure } from "../engine/wire.ts";
import type { DocumentStore } from "./document.ts";
import { createKeyed, type Keyed } from "./keyed.ts";

export interface Parts {
  readonly nodes: Keyed<GraphNode>;
  /** Another one only where nodes came, went or changed their type, or where wires changed. */
  readonly structure: StoreApi<Structure>;
}

/** Follows a store from now on. What looks at parts has to be asked after it, so it is the first to listen. */
export function partsOf(store: DocumentStore): Parts {
  const { document } = store.getState();
  const nodes = createKeyed<GraphNode>();
  const structure = createStore<Structure>(() => document);
  for (const node of document.nodes) nodes.set(node.id, node);
  store.subscribe(({ document: after }, { document: before }) => {
    if (after === before) return;
    if (after.nodes !== before.nodes) {
      const there = new Set(after.nodes.map(({ id }) => id));
      for (const { id } of before.nodes) if (!there.has(id)) nodes.delete(id);
      for (const node of after.nodes) nodes.set(node.id, node);
    }
    if (isStructuredOtherwise(after, before)) structure.setState(after, true);
  });
  return { nodes, structure };
}

const isStructuredOtherwise = (a: Structure, b: Structure): boolean =>
  a.wires !== b.wires ||
  (a.nodes !== b.nodes &&
    (a.nodes.length !== b.nodes.length ||
      a.nodes.some((node, index) => {
        const other = b.nodes[index];
        return node !== other && (node.id !== other?.id || node.type !== other.type);
      })));
