import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const fit: Action = {
  id: "fit",
  get label() {
    return words.actions.fit;
  },
  shortcut: "F",
  perform: () => app.stage?.fit(),
};
