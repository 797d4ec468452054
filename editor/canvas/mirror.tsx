/** Keeps Rete's nodes and wires in step with the document, and its gestures with ours. */
import { Fragment } from "react";
import { createRoot, type Root } from "react-dom/client";
import { useStore } from "zustand";
import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { settings } from "../settings.ts";
import { dragNodes } from "./dragNodes.ts";
import { NodeView } from "./NodeView.tsx";
import type { Rete } from "./rete.ts";
import type { Point } from "./route.ts";
import type { Stage } from "./stage.ts";
import { WireView } from "./WireView.tsx";
import { wireId } from "./wiring.ts";

/** Starts mirroring. Returns the way out. */
export function mirror(rete: Rete, stage: Stage): () => void {
  renderElements(rete, stage);
  const stopDragging = dragNodes(rete, stage);
  let shown: GraphDocument | null = null;
  let queue = Promise.resolve();
  const follow = () => {
    const { document } = app;
    queue = queue.then(() => step(document));
  };
  async function step(document: GraphDocument): Promise<void> {
    if (document !== app.document || document === shown) return;
    await adapt(rete, stage, document);
    shown = document;
    stage.wiring.changed();
  }
  follow();
  const stops = [
    app.store.subscribe(follow),
    stage.opened.subscribe(null, stage.wiring.changed),
    stage.places.subscribe(null, stage.wiring.changed),
    stage.sizes.subscribe(null, stage.wiring.changed),
  ];
  return () => {
    stopDragging();
    for (const stop of stops) stop();
  };
}

const idsOf = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));

async function adapt({ editor, area }: Rete, stage: Stage, document: GraphDocument): Promise<void> {
  const wires = new Map(document.wires.map((wire) => [wireId(wire), wire]));
  const nodes = new Set(document.nodes.map(({ id }) => id));
  const [drawnWires, drawnNodes] = [idsOf(editor.getConnections()), idsOf(editor.getNodes())];
  for (const id of drawnWires) if (!wires.has(id)) await editor.removeConnection(id);
  for (const id of drawnNodes) {
    if (nodes.has(id)) continue;
    await editor.removeNode(id);
    for (const keyed of [stage.places, stage.sizes, stage.opened]) keyed.delete(id);
  }
  const moved = new Map<string, Point>();
  for (const { id, at } of document.nodes) {
    if (!drawnNodes.has(id)) {
      await editor.addNode({ id });
      stage.places.set(id, at);
      await area.translate(id, { x: at[0], y: at[1] });
      continue;
    }
    const [x, y] = stage.glide.target(id) ?? stage.places.get(id) ?? [Number.NaN, 0];
    if (x !== at[0] || y !== at[1]) moved.set(id, at);
  }
  await stage.glide.move(moved);
  for (const [id, { from, to }] of wires) {
    if (drawnWires.has(id)) continue;
    const [source, sourceOutput] = from;
    const [target, targetInput] = to;
    await editor.addConnection({ id, source, sourceOutput, target, targetInput });
  }
}

/** Answers Rete's `render`: one React root a node and a wire. */
function renderElements({ area }: Rete, stage: Stage): void {
  const roots = new Map<HTMLElement, Root>();
  const render = (element: HTMLElement, className: string, view: React.ReactNode) => {
    if (roots.has(element)) return;
    element.className = className;
    const host = element.appendChild(document.createElement("div"));
    const root = createRoot(host);
    roots.set(element, root);
    root.render(<Spoken>{view}</Spoken>);
  };
  area.addPipe((signal) => {
    if (typeof signal !== "object" || !("type" in signal)) return signal;
    if (signal.type === "render" && signal.data.type === "node")
      render(signal.data.element, "node-place", <NodeView id={signal.data.payload.id} stage={stage} />);
    if (signal.type === "render" && signal.data.type === "connection") {
      const { element, payload } = signal.data;
      if (!payload.isPseudo) render(element, "wire-place", <WireView id={payload.id} stage={stage} />);
    }
    if (signal.type === "unmount") {
      const root = roots.get(signal.data.element);
      roots.delete(signal.data.element);
      if (root) queueMicrotask(() => root.unmount());
    }
    return signal;
  });
}

/** Draws its child anew in another language. */
function Spoken({ children }: { children: React.ReactNode }) {
  const language = useStore(settings, (state) => state.language);
  return <Fragment key={language}>{children}</Fragment>;
}
