import { createStore } from "zustand/vanilla";

/** What the next command acts on: nodes by id, one wire by the id under which it is drawn, or one frame. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly wire: string | null;
  readonly frame: string | null;
}

const nothing: Selection = { nodes: new Set(), wire: null, frame: null };

/** The selection of the open document. */
export function createSelection() {
  const { getState, getInitialState, setState, subscribe } = createStore<Selection>(() => nothing);
  return {
    getState,
    getInitialState,
    subscribe,
    clear: () => setState(nothing),
    nodes: (ids: Iterable<string>) => setState({ ...nothing, nodes: new Set(ids) }),
    wire: (id: string) => setState({ ...nothing, wire: id }),
    frame: (id: string) => setState({ ...nothing, frame: id }),
    /** Adds the node, or takes it out. */
    toggle(id: string) {
      const nodes = new Set(getState().nodes);
      if (!nodes.delete(id)) nodes.add(id);
      setState({ ...nothing, nodes });
    },
  };
}
