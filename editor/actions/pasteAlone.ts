import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { pasteHeld } from "./paste.ts";

/** Leaves the wires out that enter from the graph. */
export const pasteAlone: Action = {
  id: "pasteAlone",
  get label() {
    return words.actions.pasteAlone;
  },
  shortcut: "Mod+Shift+V",
  native: true,
  perform: () => void pasteHeld(false),
};
