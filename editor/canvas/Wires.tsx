import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { settings } from "../settings.ts";
import type { Stage } from "./stage.ts";
import { WireView } from "./WireView.tsx";
import { wireId } from "./wiring.ts";

/** All wires of the graph in one drawing: an SVG each would be as many things to put together at each frame. Another language draws them anew. */
export function Wires({ stage, holder }: { stage: Stage; holder: HTMLElement }) {
  const wires = useStore(app.store, ({ document }) => document.wires);
  const language = useStore(settings, (state) => state.language);
  const views = wires.map((wire) => {
    const id = wireId(wire);
    return <WireView key={`${language} ${id}`} id={id} stage={stage} />;
  });
  return createPortal(
    // biome-ignore lint/a11y/noSvgWithoutTitle: each wire has a title of its own
    <svg className="wires">{views}</svg>,
    holder,
  );
}
