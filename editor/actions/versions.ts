import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Earlier states of the open graph, to go back to. */
export const versions: Action = {
  id: "versions",
  get label() {
    return words.actions.versions;
  },
  shortcut: "Mod+Shift+H",
  perform: () => app.show("versions"),
};
