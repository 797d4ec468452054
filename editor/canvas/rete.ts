/** The one door to Rete: an editor, an area and wires, with our guards on zoom, drag and connection. */
import { NodeEditor } from "rete";
import { AreaPlugin, Drag, type RenderSignal } from "rete-area-plugin";
import { ConnectionPlugin } from "rete-connection-plugin";
import type { Stage } from "./stage.ts";
import { startsCut } from "./startsCut.ts";
import { createWireFlow } from "./wireFlow.ts";

interface NodeItem {
  readonly id: string;
}
/** Wires are drawn by us alone; Rete knows nodes and sockets. */
interface WireItem {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}
interface Schemes {
  Node: NodeItem;
  Connection: WireItem;
}
type Signals =
  | RenderSignal<"node", { payload: NodeItem }>
  | RenderSignal<"connection", { payload: WireItem; start?: XY; end?: XY }>
  | RenderSignal<"socket", { nodeId: string; side: "input" | "output"; key: string }>;
interface XY {
  readonly x: number;
  readonly y: number;
}

export interface Rete {
  readonly editor: NodeEditor<Schemes>;
  readonly area: AreaPlugin<Schemes, Signals>;
  socket: Stage["socket"];
  destroy(): void;
}

/** The least shows a graph of several thousand nodes whole. */
export const zoomRange = [0.04, 4] as const;

/** Left and middle button pan; Shift is for the marquee. */
const panning = () =>
  new Drag({
    down: (event) =>
      event.pointerType !== "mouse" ||
      (event.button === 0 && !event.shiftKey && !startsCut(event)) ||
      event.button === 1,
    move: () => true,
  });

export function createRete(container: HTMLElement, stage: () => Stage): Rete {
  const editor = new NodeEditor<Schemes>();
  const area = new AreaPlugin<Schemes, Signals>(container);
  // The plugin's types want its own node classes; it reads no more of a node than its id.
  const wires = new ConnectionPlugin<never, never>();
  editor.use(area);
  area.use(wires as never);
  area.area.setDragHandler(panning());
  wires.addPreset((() => createWireFlow(stage())) as never);

  area.addPipe((signal) => {
    if (typeof signal !== "object" || !("type" in signal)) return signal;
    if (signal.type === "zoom") {
      if (signal.data.source === "dblclick") return;
      signal.data.zoom = Math.min(zoomRange[1], Math.max(zoomRange[0], signal.data.zoom));
      if (signal.data.zoom === area.area.transform.k) return;
    }
    return signal;
  });
  function socket(element: HTMLElement, nodeId: string, side: "in" | "out", key: string): () => void {
    const data = { type: "socket", element, nodeId, side: side === "in" ? "input" : "output", key } as const;
    void area.emit({ type: "render", data });
    return () => void area.emit({ type: "unmount", data: { element } });
  }

  return { editor, area, socket, destroy: () => area.destroy() };
}
