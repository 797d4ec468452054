import { app } from "../app.ts";
import { goTo } from "../goTo.ts";
import { troubles } from "../troubles.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Goes from one node that can't run, waits or is paused to the next. */
export const nextTrouble: Action = {
  id: "nextTrouble",
  get label() {
    return words.actions.nextTrouble;
  },
  shortcut: "F8",
  always: true,
  perform() {
    const all = troubles();
    const at = all.findIndex(({ id }) => app.selection.getState().nodes.has(id));
    const next = all[(at + 1) % all.length];
    if (next) goTo(next.id);
  },
  enabled: () => troubles().length > 0,
};
