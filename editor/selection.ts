import { createStore } from "zustand/vanilla";

/** What the next command acts on: nodes by id, or one wire by the id under which it is drawn. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly wire: string | null;
}

const nothing: Selection = { nodes: new Set(), wire: null };

/** The selection of the open document. */
export function createSelection() {
  const { getState, getInitialState, setState, subscribe } = createStore<Selection>(() => nothing);
  return {
    getState,
    getInitialState,
    subscribe,
    clear: () => setState(nothing),
    nodes: (ids: Iterable<string>) => setState({ nodes: new Set(ids), wire: null }),
    wire: (id: string) => setState({ nodes: new Set(), wire: id }),
    /** Adds the node, or takes it out. */
    toggle(id: string) {
      const nodes = new Set(getState().nodes);
      if (!nodes.delete(id)) nodes.add(id);
      setState({ nodes, wire: null });
    },
  };
}
