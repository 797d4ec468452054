import { saveGraph } from "../kept/keeping.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const save: Action = {
  id: "save",
  get label() {
    return words.actions.save;
  },
  shortcut: "Mod+S",
  always: true,
  perform: () => void saveGraph(),
};
