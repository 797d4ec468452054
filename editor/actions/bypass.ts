import type { GraphNode } from "../../engine/document.ts";
import { passagesOf } from "../../engine/passage.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { nodeOf } from "../nodeOf.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Lets what enters the selected nodes go on as it is; once all of them do, computes them again. */
export const bypass: Action = {
  id: "bypass",
  get label() {
    return words.actions.bypass;
  },
  shortcut: "Mod+B",
  perform() {
    const nodes = selected().filter((node) => problem(node) === null);
    const all = nodes.every((node) => node.bypassed);
    const ids = new Set(nodes.map(({ id }) => id));
    app.store.change(all ? words.changes.unbypass : words.changes.bypass, edit.bypassNodes(ids, !all));
  },
  enabled: () => selected().some((node) => problem(node) === null),
  why() {
    const [first] = selected();
    return (first && problem(first)) || null;
  },
};

function selected(): readonly GraphNode[] {
  const { nodes } = app.selection.getState();
  return [...nodes].flatMap((id) => nodeOf(app.document, id) ?? []);
}

/** Why a node can't be bypassed; null where it can. */
function problem({ type }: GraphNode): string | null {
  const definition = app.catalogue[type];
  if (!definition) return words.bypassNeeds.unknown(type);
  const passages = passagesOf(definition);
  if (definition.drawn || !("lacks" in passages)) return definition.drawn ? "" : null;
  const { lacks } = passages;
  return lacks === null
    ? words.bypassNeeds.nothing(definition.title)
    : words.bypassNeeds.output(definition.title, lacks);
}
