import { app } from "../app.ts";
import { exportPng as hand } from "../handing/share.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const exportPng: Action = {
  id: "exportPng",
  get label() {
    return words.actions.exportPng;
  },
  shortcut: "Mod+Shift+E",
  perform: () => void hand(),
  enabled: () => app.document.nodes.length > 0,
};
