import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const selectAll: Action = {
  id: "selectAll",
  get label() {
    return words.actions.selectAll;
  },
  shortcut: "Mod+A",
  perform: () => app.selection.nodes(app.document.nodes.map(({ id }) => id)),
};
