import { app } from "../app.ts";
import { wholeOf } from "../neighbours.ts";
import { nodeOf } from "../nodeOf.ts";
import { unfold } from "../unfold.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Puts the nodes in a node's place that give the same. */
export const expand: Action = {
  id: "expand",
  get label() {
    return words.actions.expand;
  },
  shortcut: "E",
  perform() {
    const asked = expansion();
    if (!asked || typeof asked.result === "string") return;
    const { id, result } = asked;
    const box = app.stage?.boxOf(id);
    if (!box) return;
    const { width, height } = result.size;
    const by = [width - (box.right - box.left), height - (box.bottom - box.top)] as const;
    const room = { right: box.right, bottom: box.bottom, by: [grow(by[0]), grow(by[1])] as const };
    let added: readonly string[] = [];
    const note = (ids: readonly string[]) => {
      added = ids;
    };
    app.store.change(words.changes.expand, unfold.expand(id, result, room, note));
    app.selection.nodes(added);
  },
  enabled: () => typeof expansion()?.result === "object",
  why() {
    const asked = expansion();
    if (!asked) return words.expandNothing;
    return typeof asked.result === "string" ? asked.result : null;
  },
};

const grow = (length: number): number => Math.max(0, Math.ceil(length / 4) * 4);

/** What the selected node would be as several; null where no single one of such a type is selected. */
function expansion() {
  const { nodes } = app.selection.getState();
  const [id = ""] = nodes;
  const node = nodes.size === 1 ? nodeOf(app.document, id) : undefined;
  const definition = app.catalogue[node?.type ?? ""];
  if (!node || !definition?.expandable) return null;
  const result = node.bypassed
    ? words.expandBypassed(node.label ?? definition.title)
    : definition.expandable.expand(wholeOf(node));
  return { id, result };
}
