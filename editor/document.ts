/** The open document and its history. Documents are immutable: a change makes a new one, undo brings the old one back. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { GraphDocument } from "../engine/graph.ts";

/** One change that can be undone: the document before it (or, in `future`, after it). */
interface Step {
  readonly document: GraphDocument;
  readonly label: string;
  readonly group: string | null;
}

export interface OpenDocument {
  /** Under which the document is stored; null for one that was never stored. */
  readonly id: string;
  readonly document: GraphDocument;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export type Change = (document: GraphDocument) => GraphDocument;

export interface DocumentStore
  extends Pick<StoreApi<OpenDocument>, "getState" | "getInitialState" | "subscribe"> {
  /**
   * Makes a change that `undo` takes back. Changes in a row with the same `group` are one step, until `settle`. A change
   * that gives the same document back leaves no step.
   */
  change(label: string, change: Change, group?: string): void;
  /** Ends the group: the next change is a step of its own. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** Shows another document, without a history. */
  open(id: string, document: GraphDocument): void;
  /** Shows a document again, with the history that it had. */
  resume(state: OpenDocument): void;
  /** The same document, stored under another id from now on. */
  become(id: string): void;
  /** A change that is no step of its own: undo does not stop at it. */
  amend(change: Change): void;
}

const limit = 500;

export function createDocumentStore(id: string, document: GraphDocument): DocumentStore {
  const store = createStore<OpenDocument>(() => ({ id, document, past: [], future: [] }));
  const { getState, getInitialState, setState, subscribe } = store;

  function change(label: string, apply: Change, group: string | null = null): void {
    const { document: before, past } = getState();
    const after = apply(before);
    if (after === before) return;
    const last = past.at(-1);
    const joins = group !== null && last !== undefined && last.group === group;
    const steps = joins ? past : [...past, { document: before, label, group }].slice(-limit);
    setState({ document: after, past: steps, future: [] });
  }

  function settle(): void {
    const { past } = getState();
    const last = past.at(-1);
    if (last?.group != null) setState({ past: [...past.slice(0, -1), { ...last, group: null }] });
  }

  function undo(): void {
    const { document: now, past, future } = getState();
    const step = past.at(-1);
    if (!step) return;
    const undone = { document: now, label: step.label, group: null };
    setState({ document: step.document, past: past.slice(0, -1), future: [undone, ...future] });
  }

  function redo(): void {
    const { document: now, past, future } = getState();
    const step = future[0];
    if (!step) return;
    const done = { document: now, label: step.label, group: null };
    setState({ document: step.document, past: [...past, done], future: future.slice(1) });
  }

  const open = (nextId: string, next: GraphDocument): void =>
    setState({ id: nextId, document: next, past: [], future: [] });

  const resume = (state: OpenDocument): void => setState(state);

  const become = (nextId: string): void => setState({ id: nextId });

  const amend = (apply: Change): void => setState({ document: apply(getState().document) });

  return { getState, getInitialState, subscribe, change, settle, undo, redo, open, resume, become, amend };
}
