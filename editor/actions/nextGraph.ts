import { beside } from "../kept/tabs.ts";
import { showTab } from "../session.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const nextGraph: Action = {
  id: "nextGraph",
  get label() {
    return words.actions.nextGraph;
  },
  shortcut: "Alt+PageDown",
  always: true,
  perform() {
    const tab = beside(1);
    if (tab) void showTab(tab);
  },
  enabled: () => beside(1) !== null,
};
