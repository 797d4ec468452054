import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { settings } from "../settings.ts";
import { inLots } from "./inLots.ts";
import type { Stage } from "./stage.ts";
import { WireView } from "./WireView.tsx";
import { wireId } from "./wiring.ts";

/** All wires of the graph in one drawing: an SVG each would be as many things to put together at each frame. Another language draws them anew. */
export function Wires({ stage, holder }: { stage: Stage; holder: HTMLElement }) {
  const wires = useStore(app.parts.structure, (structure) => structure.wires);
  const language = useStore(settings, (state) => state.language);
  const lots = inLots(wires.map(wireId), (id) => id);
  return createPortal(
    // biome-ignore lint/a11y/noSvgWithoutTitle: each wire has a title of its own
    <svg className="wires">
      {lots.map((ids, lot) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lot is its index
        <Lot key={`${language} ${lot}`} ids={ids} stage={stage} />
      ))}
    </svg>,
    holder,
  );
}

function Lot({ ids, stage }: { ids: readonly string[]; stage: Stage }) {
  return ids.map((id) => <WireView key={id} id={id} stage={stage} />);
}
