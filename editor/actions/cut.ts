import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { copy } from "./copy.ts";
import { remove } from "./remove.ts";

export const cut: Action = {
  id: "cut",
  get label() {
    return words.actions.cut;
  },
  shortcut: "Mod+X",
  native: true,
  perform() {
    copy.perform();
    remove.perform();
  },
  enabled: () => copy.enabled?.() ?? true,
};
