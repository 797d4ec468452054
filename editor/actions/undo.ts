import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const undo: Action = {
  id: "undo",
  get label() {
    return words.actions.undo;
  },
  shortcut: "Mod+Z",
  perform: () => app.store.undo(),
  enabled: () => app.store.getState().past.length > 0,
};
