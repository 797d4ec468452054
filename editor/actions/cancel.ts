import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const cancel: Action = {
  id: "cancel",
  get label() {
    return words.actions.cancel;
  },
  shortcut: "Mod+.",
  always: true,
  perform: () => app.engine?.cancel(),
  enabled: () => app.runs.job.getState().running,
};
