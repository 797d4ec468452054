import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Opens the search over all commands that can act now. */
export const commands: Action = {
  id: "commands",
  get label() {
    return words.actions.commands;
  },
  shortcut: "Mod+K",
  always: true,
  perform: () => app.show("commands"),
};
