import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Deletes the selected nodes, or the selected wire. */
export const remove: Action = {
  id: "remove",
  label: words.actions.remove,
  shortcut: "Delete Backspace",
  perform() {
    const { nodes, wire } = app.selection.getState();
    if (nodes.size > 0) app.store.change(words.changes.remove, edit.removeNodes(nodes));
    if (wire !== null) {
      const [, , target, input] = JSON.parse(wire) as [string, string, string, string];
      app.store.change(words.changes.disconnect, edit.disconnect([target, input]));
    }
    app.selection.clear();
  },
  enabled() {
    const { nodes, wire } = app.selection.getState();
    return nodes.size > 0 || wire !== null;
  },
};
