import { memo } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { settings } from "../settings.ts";
import { inLots } from "./inLots.ts";
import { NodeView } from "./NodeView.tsx";
import type { Stage } from "./stage.ts";

type Placed = readonly [id: string, element: HTMLElement];

/** All nodes, each in the element that Rete made for it. Another language draws them anew. */
export function Nodes({ stage }: { stage: Stage }) {
  const elements = useStore(stage.nodeElements);
  const language = useStore(settings, (state) => state.language);
  return inLots(elements, ([id]) => id).map((nodes, lot) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a lot is its index
    <Lot key={`${language} ${lot}`} nodes={nodes} stage={stage} />
  ));
}

function Lot({ nodes, stage }: { nodes: readonly Placed[]; stage: Stage }) {
  return nodes.map(([id, element]) => <InElement key={id} id={id} element={element} stage={stage} />);
}

const InElement = memo(function InElement({ id, element, stage }: InElementProps) {
  return createPortal(<NodeView id={id} stage={stage} />, element);
});

interface InElementProps {
  readonly id: string;
  readonly element: HTMLElement;
  readonly stage: Stage;
}
