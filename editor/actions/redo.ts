import { app } from "../app.ts";
import { canRedoImport, redoImport } from "../imports.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const redo: Action = {
  id: "redo",
  get label() {
    return words.actions.redo;
  },
  shortcut: "Mod+Shift+Z Mod+Y",
  perform: () => (canRedoImport() ? void redoImport() : app.store.redo()),
  enabled: () => canRedoImport() || app.store.getState().future.length > 0,
};
