import { type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { addNode } from "../addNode.ts";
import { app } from "../app.ts";
import { nodeDrag } from "../panels/Palette.tsx";
import { words } from "../words.ts";
import { Cutter } from "./Cutter.tsx";
import { startCanvasKeys } from "./canvasKeys.ts";
import { DragWire } from "./DragWire.tsx";
import { FarNodes } from "./FarNodes.tsx";
import { Frames } from "./Frames.tsx";
import { Guides } from "./Guides.tsx";
import { Hints } from "./Hints.tsx";
import { keepFitted } from "./keepFitted.ts";
import { Marquee } from "./Marquee.tsx";
import { Minimap } from "./Minimap.tsx";
import { Nodes } from "./Nodes.tsx";
import { Refusal } from "./Refusal.tsx";
import { createStage, type Stage } from "./stage.ts";
import { Wires } from "./Wires.tsx";
import { ZoomButtons } from "./ZoomButtons.tsx";

/** The table on which the graph lies. */
export function Canvas() {
  const table = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const empty = useStore(app.store, ({ document }) => document.nodes.length === 0);
  const ready = useStore(app.surroundings, (state) => state.ready);
  useEffect(() => {
    if (!table.current) return;
    const made = createStage(table.current);
    const stopFitting = keepFitted(made);
    const stopKeys = startCanvasKeys(made);
    const stopLooking = made.transform.subscribe(() => app.engine?.look());
    setStage(made);
    return () => {
      stopFitting();
      stopKeys();
      stopLooking();
      made.destroy();
      setStage(null);
    };
  }, []);
  return (
    <main
      className="canvas"
      aria-label={words.canvas}
      onDrop={(event) => {
        const type = event.dataTransfer.getData(nodeDrag);
        if (type && stage) addNode(type, stage.toCanvas(event.clientX - 40, event.clientY - 14));
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Space opens the search by keyboard */}
      <div
        ref={table}
        className="table"
        onScroll={({ currentTarget }) => currentTarget.scrollTo(0, 0)}
        onPointerDown={(event) => {
          if (event.button === 0 && !event.shiftKey && !(event.target as Element).closest(".node, .wire"))
            letGo();
        }}
        onDoubleClick={({ target, clientX, clientY }) => {
          if (!(target as Element).closest(".node, .wire")) app.ask([clientX, clientY]);
        }}
      />
      {empty && ready && <p className="empty">{words.emptyCanvas}</p>}
      {stage && (
        <>
          <InLayer stage={stage} name="wire-place">
            {(holder) => <Wires stage={stage} holder={holder} />}
          </InLayer>
          <InLayer stage={stage} name="">
            {(holder) => <Frames stage={stage} holder={holder} />}
          </InLayer>
          <Nodes stage={stage} />
          <InLayer stage={stage} name="wire-place held" above>
            {(holder) => <DragWire stage={stage} holder={holder} />}
          </InLayer>
          <FarNodes stage={stage} />
          <Cutter stage={stage} />
          <Marquee stage={stage} />
          <Guides stage={stage} />
          <Refusal stage={stage} />
          <Hints stage={stage} />
          <div className="corner">
            <Minimap stage={stage} />
            <ZoomButtons stage={stage} />
          </div>
        </>
      )}
    </main>
  );
}

function letGo(): void {
  app.selection.clear();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Lives in Rete's own layer, so that it pans and zooms with the rest: below all that is there, or above. */
function InLayer({ stage, name, above = false, children }: LayerProps) {
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const layer = stage.container.firstElementChild;
    const element = document.createElement("div");
    element.className = name;
    if (above) layer?.append(element);
    else layer?.prepend(element);
    setHolder(element);
    return () => element.remove();
  }, [stage, name, above]);
  return holder && children(holder);
}

interface LayerProps {
  readonly stage: Stage;
  readonly name: string;
  readonly above?: boolean;
  readonly children: (holder: HTMLElement) => ReactNode;
}
