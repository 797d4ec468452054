import { app } from "../app.ts";
import { frameEdit, framesWith } from "../frameEdit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Takes the selected frame away, its nodes stay; else takes the selected nodes out of their frames. */
export const unframe: Action = {
  id: "unframe",
  get label() {
    return words.actions.unframe;
  },
  shortcut: "Shift+G",
  perform() {
    const { frame, nodes } = app.selection.getState();
    const left = app.document.frames.find(({ id }) => id === frame)?.nodes ?? nodes;
    const change = frame === null ? frameEdit.leave(nodes) : frameEdit.remove(frame);
    app.store.change(words.changes.unframe, change);
    app.selection.nodes(left);
  },
  enabled() {
    const { frame, nodes } = app.selection.getState();
    return frame !== null || framesWith(app.document, nodes).length > 0;
  },
};
