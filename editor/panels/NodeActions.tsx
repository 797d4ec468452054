import FoldHorizontal from "lucide-react/icons/fold-horizontal";
import UnfoldHorizontal from "lucide-react/icons/unfold-horizontal";
import Unplug from "lucide-react/icons/unplug";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import { passing } from "../../engine/passage.ts";
import { canAct } from "../actions/index.ts";
import { app } from "../app.ts";
import { ActionButton } from "./ActionButton.tsx";

/** What can be done with a node as a whole; looked at anew when the graph changes, and when a run begins or ends. */
export function NodeActions({ node }: { node: GraphNode }) {
  useStore(app.store, (state) => state.document);
  useStore(app.runs.job, (state) => state.running);
  const definition = app.catalogue[node.type];
  if (!definition || definition.drawn) return null;
  return (
    <span className="node-actions">
      {definition.expandable && (
        <ActionButton id="expand" icon={UnfoldHorizontal} disabled={!canAct("expand")} />
      )}
      {canAct("collapse") && <ActionButton id="collapse" icon={FoldHorizontal} />}
      <ActionButton
        id="bypass"
        icon={Unplug}
        pressed={passing(node, definition) !== null}
        disabled={!canAct("bypass")}
      />
    </span>
  );
}
