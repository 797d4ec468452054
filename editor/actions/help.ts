import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const help: Action = {
  id: "help",
  get label() {
    return words.actions.help;
  },
  shortcut: "?",
  perform: () => app.show("help"),
};
