/** Keeps Rete's nodes and wires in step with the document, and its gestures with ours. */
import { Fragment } from "react";
import { createRoot, type Root } from "react-dom/client";
import { useStore } from "zustand";
import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { settings } from "../settings.ts";
import { words } from "../words.ts";
import { DragWire } from "./DragWire.tsx";
import { NodeCard } from "./NodeCard.tsx";
import type { Rete } from "./rete.ts";
import type { Point } from "./route.ts";
import type { Stage } from "./stage.ts";
import { WireView } from "./WireView.tsx";
import { wireId } from "./wiring.ts";

const snap = (value: number): number => Math.round(value / 4) * 4;

/** Starts mirroring. Returns the way out. */
export function mirror(rete: Rete, stage: Stage): () => void {
  renderElements(rete, stage);
  dragNodes(rete, stage);
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
  for (const { id, at } of document.nodes) {
    if (!drawnNodes.has(id)) await editor.addNode({ id });
    const [x, y] = stage.places.get(id) ?? [Number.NaN, 0];
    if (x === at[0] && y === at[1]) continue;
    stage.places.set(id, at);
    await area.translate(id, { x: at[0], y: at[1] });
  }
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
      render(signal.data.element, "node-place", <NodeCard id={signal.data.payload.id} stage={stage} />);
    if (signal.type === "render" && signal.data.type === "connection") {
      const { element, payload, start, end } = signal.data;
      if (payload.isPseudo) {
        const loose = end ?? start;
        if (loose) stage.drag.setState({ pointer: [loose.x, loose.y] });
        render(element, "wire-place held", <DragWire stage={stage} />);
      } else render(element, "wire-place", <WireView id={payload.id} stage={stage} />);
    }
    if (signal.type === "unmount") {
      const root = roots.get(signal.data.element);
      roots.delete(signal.data.element);
      if (root) queueMicrotask(() => root.unmount());
    }
    return signal;
  });
}

/** A node, and what is selected with it. */
function movedWith(id: string): ReadonlySet<string> {
  const { nodes } = app.selection.getState();
  return nodes.has(id) ? nodes : new Set([id]);
}

/** What was dragged is where it is now, and in the frames in which it was dropped. */
function letGo(stage: Stage, id: string): void {
  const moved = edit.moveNodes(new Map(stage.places.entries()));
  const framed = stage.framing.drop(id, movedWith(id));
  app.store.change(words.changes.move, (document) => {
    const after = moved(document);
    return after === document ? document : framed(after);
  });
}

/** Draws its child anew in another language. */
function Spoken({ children }: { children: React.ReactNode }) {
  const language = useStore(settings, (state) => state.language);
  return <Fragment key={language}>{children}</Fragment>;
}

/** Dragging a node moves what is selected with it; letting go is one change of the document. */
function dragNodes({ area }: Rete, stage: Stage): void {
  let held: string | null = null;
  const follow = (id: string, to: Point, from: Point) => {
    stage.places.set(id, to);
    if (id !== held) return;
    const { nodes } = app.selection.getState();
    for (const other of nodes.has(id) ? nodes : []) {
      const at = stage.places.get(other);
      if (other === id || !at) continue;
      void area.translate(other, { x: at[0] + to[0] - from[0], y: at[1] + to[1] - from[1] });
    }
  };
  area.addPipe((signal) => {
    if (typeof signal !== "object" || !("type" in signal)) return signal;
    if (signal.type === "nodepicked") held = signal.data.id;
    if (signal.type === "nodetranslate" && signal.data.id === held) {
      const { position } = signal.data;
      signal.data.position = { x: snap(position.x), y: snap(position.y) };
    }
    if (signal.type === "nodetranslated") {
      const { id, position, previous } = signal.data;
      follow(id, [position.x, position.y], [previous.x, previous.y]);
      if (id === held) stage.framing.drag(id, movedWith(id));
    }
    if (signal.type === "nodedragged") {
      const { id } = signal.data;
      held = null;
      letGo(stage, id);
    }
    return signal;
  });
}
