import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Opens the search for a node over the middle of the canvas. */
export const findHere: Action = {
  id: "findHere",
  get label() {
    return words.actions.findHere;
  },
  shortcut: "Space",
  perform() {
    const box = app.stage?.container.getBoundingClientRect();
    if (box) app.ask([box.left + box.width / 2, box.top + box.height / 2]);
  },
  enabled: () => app.stage !== null,
};
