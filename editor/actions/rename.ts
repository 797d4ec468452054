import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Edits the name of the selected node, or frame, where it stands. */
export const rename: Action = {
  id: "rename",
  get label() {
    return words.actions.rename;
  },
  shortcut: "F2",
  perform() {
    const { nodes, frame } = app.selection.getState();
    const [id = ""] = nodes;
    const place =
      frame === null
        ? `[data-node="${CSS.escape(id)}"] .node-header, [data-node="${CSS.escape(id)}"] .note-text`
        : `[data-frame="${CSS.escape(frame)}"] .frame-title`;
    document.querySelector(place)?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  },
  enabled() {
    const { nodes, frame } = app.selection.getState();
    return nodes.size === 1 || frame !== null;
  },
};
