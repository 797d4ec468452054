import { app } from "../app.ts";
import { freeSeeds, reseed } from "../seeds.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Of the selected nodes, or of all where none is selected. */
function seeds() {
  const { nodes } = app.selection.getState();
  const ids = nodes.size > 0 ? nodes : new Set(app.document.nodes.map(({ id }) => id));
  return freeSeeds(app.document, app.catalogue, ids);
}

/** Rolls the dice for all seeds that are not locked. */
export const newSeeds: Action = {
  id: "newSeeds",
  get label() {
    return words.actions.newSeeds;
  },
  shortcut: "Shift+R",
  perform: () => app.store.change(words.changes.newSeeds, reseed(seeds())),
  enabled: () => seeds().length > 0,
  why: () => words.noSeeds,
};
