import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Opens the menu of ways to hand the graph on. */
export const share: Action = {
  id: "share",
  get label() {
    return words.actions.share;
  },
  perform: () => app.show("share"),
};
