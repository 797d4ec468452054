/** The opening of a graph from elsewhere as a step that can be undone: back to what was open, and to the graph again. */
import { createStore } from "zustand/vanilla";
import { app } from "./app.ts";

/** Both ends of the step: each shows a graph as it was left. */
export interface Import {
  back(): Promise<unknown>;
  again(): Promise<unknown>;
}

/** By the id of the graph that came. */
const imports = new Map<string, Import>();
/** The last that was undone, and where that led: another change there takes the way back. */
export const undoneImport = createStore<{ step: Import | null; id: string; past: unknown }>(() => ({
  step: null,
  id: "",
  past: null,
}));

export function noteImport(id: string, step: Import): void {
  imports.set(id, step);
}

function toUndo(): Import | undefined {
  const { id, past } = app.store.getState();
  return past.length === 0 ? imports.get(id) : undefined;
}

function toRedo(): Import | undefined {
  const { id, past, future } = app.store.getState();
  const undone = undoneImport.getState();
  return future.length === 0 && undone.id === id && undone.past === past
    ? (undone.step ?? undefined)
    : undefined;
}

export const canUndoImport = (): boolean => toUndo() !== undefined;
export const canRedoImport = (): boolean => toRedo() !== undefined;

/** Where nothing else is left to undo in a graph: shows what was open before it came. The graph stays in the strip. */
export async function undoImport(): Promise<void> {
  const step = toUndo();
  if (!step) return;
  await step.back();
  const { id, past } = app.store.getState();
  undoneImport.setState({ step, id, past });
}

export async function redoImport(): Promise<void> {
  await toRedo()?.again();
}
