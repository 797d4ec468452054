import { app } from "../app.ts";
import { frameEdit, frameOf } from "../frameEdit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { rename } from "./rename.ts";

/** Puts a frame round the selected nodes and asks for its name; selects the frame where these nodes have one. */
export const frame: Action = {
  id: "frame",
  get label() {
    return words.actions.frame;
  },
  shortcut: "G",
  perform() {
    const { nodes } = app.selection.getState();
    const there = frameOf(app.document, nodes);
    if (!there) app.store.change(words.changes.frame, frameEdit.add("frame", nodes, words.frames.unnamed));
    const made = there ?? frameOf(app.document, nodes);
    if (!made) return;
    app.selection.frame(made.id);
    if (!there) requestAnimationFrame(() => rename.perform());
  },
  enabled: () => app.selection.getState().nodes.size > 0,
};
