import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { clipboard } from "./clipboard.ts";

export const paste: Action = {
  id: "paste",
  get label() {
    return words.actions.paste;
  },
  shortcut: "Mod+V",
  native: true,
  perform() {
    if (clipboard.held) clipboard.insert(clipboard.held);
  },
  enabled: () => clipboard.held !== null,
};
