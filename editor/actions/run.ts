import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Computes everything, heavy nodes too. */
export const run: Action = {
  id: "run",
  get label() {
    return words.actions.run;
  },
  shortcut: "Mod+Enter",
  always: true,
  perform: () => app.engine?.runAll(),
  enabled: () => app.engine !== null && app.document.nodes.length > 0,
};
