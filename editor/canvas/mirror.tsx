/** Keeps Rete's nodes in step with the document, and its gestures with ours. */
import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { dragNodes } from "./dragNodes.ts";
import type { Rete } from "./rete.ts";
import type { Point } from "./route.ts";
import type { Stage } from "./stage.ts";

/** Starts mirroring. Returns the way out. */
export function mirror(rete: Rete, stage: Stage): () => void {
  const elements = elementsOf(rete);
  const stopDragging = dragNodes(rete, stage);
  let shown: GraphDocument | null = null;
  let queue = Promise.resolve();
  const follow = () => {
    const { document } = app;
    queue = queue.then(() => step(document));
  };
  async function step(document: GraphDocument): Promise<void> {
    if (document !== app.document || document === shown) return;
    const before = shown;
    if (!before || isPlacedOtherwise(document, before)) await adapt(rete, stage, document);
    shown = document;
    if (elements.changed()) stage.nodeElements.setState(new Map(elements.all), true);
    if (!before || stage.wiring.isOther(document, before)) stage.wiring.changed();
  }
  follow();
  const stops = [
    app.store.subscribe(follow),
    stage.opened.subscribe(null, stage.wiring.changed),
    stage.places.subscribe(null, stage.wiring.changed),
    stage.places.subscribe(null, stage.wholeNodes.changed),
    stage.sizes.subscribe(null, stage.wiring.changed),
  ];
  return () => {
    stopDragging();
    for (const stop of stops) stop();
  };
}

/** True where nodes came, went or were moved. */
const isPlacedOtherwise = (a: GraphDocument, b: GraphDocument): boolean =>
  a.nodes.length !== b.nodes.length ||
  a.nodes.some((node, index) => {
    const other = b.nodes[index];
    return node !== other && (node.id !== other?.id || String(node.at) !== String(other.at));
  });

async function adapt({ editor, area }: Rete, stage: Stage, document: GraphDocument): Promise<void> {
  const nodes = new Set(document.nodes.map(({ id }) => id));
  const drawn = new Set(editor.getNodes().map(({ id }) => id));
  for (const id of drawn) {
    if (nodes.has(id)) continue;
    await editor.removeNode(id);
    for (const keyed of [stage.places, stage.sizes, stage.opened]) keyed.delete(id);
  }
  const moved = new Map<string, Point>();
  for (const { id, at } of document.nodes) {
    if (!drawn.has(id)) {
      await editor.addNode({ id });
      stage.places.set(id, at);
      await area.translate(id, { x: at[0], y: at[1] });
      continue;
    }
    const [x, y] = stage.glide.target(id) ?? stage.places.get(id) ?? [Number.NaN, 0];
    if (x !== at[0] || y !== at[1]) moved.set(id, at);
  }
  await stage.glide.move(moved);
}

/** An element in each of those that Rete made for nodes, by id: it asks for them to be filled by `render`. */
function elementsOf({ area }: Rete) {
  const all = new Map<string, HTMLElement>();
  let dirty = false;
  area.addPipe((signal) => {
    if (typeof signal !== "object" || !("type" in signal)) return signal;
    if (signal.type === "render" && signal.data.type === "node") {
      const { element, payload } = signal.data;
      element.className = "node-place";
      // One inside: what a field keeps to itself must not have come to Rete, which listens at its own.
      all.set(payload.id, element.appendChild(document.createElement("div")));
      dirty = true;
    }
    if (signal.type === "nodetranslated") {
      const { id, position } = signal.data;
      const element = all.get(id)?.parentElement;
      if (element) Object.assign(element.style, { left: `${position.x}px`, top: `${position.y}px` });
    }
    if (signal.type === "noderemoved") {
      all.delete(signal.data.id);
      dirty = true;
    }
    return signal;
  });
  return {
    all: all as ReadonlyMap<string, HTMLElement>,
    /** Whether there are others than when this was last asked. */
    changed() {
      const was = dirty;
      dirty = false;
      return was;
    },
  };
}
