import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** One generation of what trains, then a pause; from a pause as well as while it runs. */
export const step: Action = {
  id: "step",
  get label() {
    return words.actions.step;
  },
  shortcut: "Mod+Shift+Enter",
  always: true,
  perform: () => app.engine?.runAll({ pace: "step" }),
  enabled: () => app.engine !== null && app.document.nodes.length > 0,
};
