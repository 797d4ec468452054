import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Opens or closes the inspector where it is folded away. */
export const inspect: Action = {
  id: "inspect",
  get label() {
    return words.actions.inspect;
  },
  shortcut: "I",
  perform: () => app.show("inspector"),
};
