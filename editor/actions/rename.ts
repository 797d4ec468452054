import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Edits the name of the selected node in its header. */
export const rename: Action = {
  id: "rename",
  label: words.actions.rename,
  shortcut: "F2",
  perform() {
    const [id = ""] = app.selection.getState().nodes;
    const header = document.querySelector(`[data-node="${CSS.escape(id)}"] .node-header`);
    header?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  },
  enabled: () => app.selection.getState().nodes.size === 1,
};
