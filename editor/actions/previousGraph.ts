import { beside } from "../kept/tabs.ts";
import { showTab } from "../session.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const previousGraph: Action = {
  id: "previousGraph",
  get label() {
    return words.actions.previousGraph;
  },
  shortcut: "Alt+PageUp",
  always: true,
  perform() {
    const tab = beside(-1);
    if (tab) void showTab(tab);
  },
  enabled: () => beside(-1) !== null,
};
