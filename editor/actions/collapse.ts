import type { Collapse } from "../../engine/expansion.ts";
import { app } from "../app.ts";
import { around } from "../box.ts";
import { neighbours } from "../neighbours.ts";
import { unfold } from "../unfold.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Puts one node in the place of a chain that gives the same; any node of the chain may be selected, or a frame of it. */
export const collapse: Action = {
  id: "collapse",
  get label() {
    return words.actions.collapse;
  },
  shortcut: "Shift+E",
  perform() {
    const found = collapsible();
    if (typeof found !== "object") return;
    const { type, result } = found;
    const box = around(result.nodes.flatMap((id) => app.stage?.boxOf(id) ?? []));
    const natural = { width: 256, height: 160 };
    if (!box) return;
    const by = [natural.width - (box.right - box.left), natural.height - (box.bottom - box.top)] as const;
    const room = { right: box.right, bottom: box.bottom, by: [shrink(by[0]), shrink(by[1])] as const };
    let made = "";
    const note = (id: string) => {
      made = id;
    };
    app.store.change(words.changes.collapse, unfold.collapse(type, result, room, note));
    app.selection.nodes([made]);
  },
  enabled: () => typeof collapsible() === "object",
  why() {
    const found = collapsible();
    return typeof found === "string" ? found : null;
  },
};

const shrink = (length: number): number => Math.min(0, Math.ceil(length / 4) * 4);

/** The chain that the selection has part in, and the type of node that stands for it; else why there is none. */
function collapsible(): { readonly type: string; readonly result: Collapse } | string {
  const { nodes, frame } = app.selection.getState();
  const selected = app.document.frames.find(({ id }) => id === frame)?.nodes ?? [...nodes];
  const graph = neighbours();
  let why: string = words.collapseNothing;
  for (const [type, { expandable }] of Object.entries(app.catalogue)) {
    for (const id of expandable ? selected : []) {
      const result = expandable?.collapse(id, graph) ?? null;
      if (result !== null && typeof result === "object") return { type, result };
      why = result ?? why;
    }
  }
  return why;
}
