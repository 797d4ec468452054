import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const fitSelection: Action = {
  id: "fitSelection",
  get label() {
    return words.actions.fitSelection;
  },
  shortcut: "Shift+F",
  perform: () => app.stage?.fit([...app.selection.getState().nodes]),
  enabled: () => app.selection.getState().nodes.size > 0,
};
