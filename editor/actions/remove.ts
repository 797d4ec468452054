import { app } from "../app.ts";
import { dots } from "../dots.ts";
import { edit } from "../edit.ts";
import { frameEdit } from "../frameEdit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Deletes the selected nodes, the selected wire, or the selected frame without its nodes. */
export const remove: Action = {
  id: "remove",
  get label() {
    return words.actions.remove;
  },
  shortcut: "Delete Backspace",
  perform() {
    const { nodes, wire, frame } = app.selection.getState();
    if (frame !== null) app.store.change(words.changes.unframe, frameEdit.remove(frame));
    if (nodes.size > 0) app.store.change(words.changes.remove, dots.remove(app.catalogue, nodes));
    if (wire !== null) {
      const [, , target, input] = JSON.parse(wire) as [string, string, string, string];
      app.store.change(words.changes.disconnect, edit.disconnect([target, input]));
    }
    app.selection.clear();
  },
  enabled() {
    const { nodes, wire, frame } = app.selection.getState();
    return nodes.size > 0 || wire !== null || frame !== null;
  },
};
