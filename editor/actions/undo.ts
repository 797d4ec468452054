import { app } from "../app.ts";
import { canUndoImport, undoImport } from "../imports.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const undo: Action = {
  id: "undo",
  get label() {
    return words.actions.undo;
  },
  shortcut: "Mod+Z",
  perform: () => (canUndoImport() ? void undoImport() : app.store.undo()),
  enabled: () => canUndoImport() || app.store.getState().past.length > 0,
};
