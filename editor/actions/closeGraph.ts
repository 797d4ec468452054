import { app } from "../app.ts";
import { beside, tabs } from "../kept/tabs.ts";
import { closeTab } from "../session.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Takes the graph on show out of the strip; it stays kept. */
export const closeGraph: Action = {
  id: "closeGraph",
  get label() {
    return words.actions.closeGraph;
  },
  shortcut: "Alt+Shift+W",
  perform() {
    const tab = tabs.getState().all.find(({ id }) => id === app.store.getState().id);
    if (tab) void closeTab(tab);
  },
  enabled: () => beside(1) !== null,
};
