/** Rete as the view: pan, zoom, node and wire elements. Draws the document, and turns gestures into changes of it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Wire } from "../../engine/document.ts";
import { app } from "../app.ts";
import { createKeyed, type Keyed } from "../keyed.ts";
import { createDrag, type Dragged } from "./drag.ts";
import { createFraming, type Framing } from "./framing.ts";
import { createGlide, type Glide } from "./glide.ts";
import { mirror } from "./mirror.tsx";
import { createRete, type Rete } from "./rete.ts";
import type { Point } from "./route.ts";
import { createSight, type Sight } from "./sight.ts";
import type { Guide } from "./snap.ts";
import { createViewport, type Viewport } from "./viewport.ts";
import { createWholeNodes, type WholeNodes } from "./wholeNodes.ts";
import { createWiring, type Wiring } from "./wiring.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a gesture under way will do, and to which wires. */
export interface Aim {
  readonly act: "cut" | "insert";
  readonly wires: ReadonlySet<Wire>;
}

export const noAim: Aim = { act: "cut", wires: new Set() };

export interface Stage extends Viewport {
  readonly container: HTMLElement;
  readonly drag: StoreApi<Dragged>;
  readonly aim: StoreApi<Aim>;
  /** Where nodes are now, also while they are dragged. */
  readonly places: Keyed<Point>;
  readonly sizes: Keyed<Size>;
  /** Where each node of the graph is drawn. */
  readonly nodeElements: StoreApi<ReadonlyMap<string, HTMLElement>>;
  readonly opened: Keyed<boolean>;
  readonly wiring: Wiring;
  readonly framing: Framing;
  readonly wholeNodes: WholeNodes;
  readonly sight: Sight;
  /** Moves nodes that are arranged. */
  readonly glide: Glide;
  /** What the dragged nodes are in line with. */
  readonly guides: StoreApi<readonly Guide[]>;
  /** Why the last wire was refused, and where; null again after a while. */
  readonly refused: StoreApi<{ readonly reason: string; readonly at: Point } | null>;
  refuse(reason: string): void;
  /** Shows nodes at other places; the document hears of it when they are let go. */
  move(places: ReadonlyMap<string, Point>): void;
  /** Tells the wire plugin about a socket's element. Returns the way out. */
  socket(element: HTMLElement, node: string, side: "in" | "out", port: string): () => void;
  destroy(): void;
}

const refusalLasts = 5000;

export function createStage(container: HTMLElement): Stage {
  const places = createKeyed<Point>();
  const sizes = createKeyed<Size>();
  const opened = createKeyed<boolean>();
  const drag = createDrag();
  const wiring = createWiring(places, sizes, opened);
  const refused = createStore<{ reason: string; at: Point } | null>(() => null);
  const rete: Rete = createRete(container, () => stage);
  const viewport = createViewport(rete, { places, sizes });
  const framing = createFraming(viewport.boxOf);
  const wholeNodes = createWholeNodes(container, viewport);
  const nodeElements = createStore<ReadonlyMap<string, HTMLElement>>(() => new Map());
  const sight = createSight({ viewport, wholeNodes, places, sizes, nodeElements });
  const glide = createGlide(
    (id, [x, y]) => rete.area.translate(id, { x, y }),
    (id) => places.get(id),
  );
  const guides = createStore<readonly Guide[]>(() => []);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stage: Stage = {
    ...viewport,
    container,
    drag,
    aim: createStore<Aim>(() => noAim),
    places,
    sizes,
    nodeElements,
    opened,
    wiring,
    framing,
    wholeNodes,
    sight,
    glide,
    guides,
    refused,
    refuse(reason) {
      clearTimeout(timer);
      refused.setState({ reason, at: viewport.pointer() }, true);
      timer = setTimeout(() => refused.setState(null, true), refusalLasts);
    },
    move(to) {
      for (const [id, [x, y]] of to) void rete.area.translate(id, { x, y });
    },
    socket: rete.socket,
    destroy() {
      clearTimeout(timer);
      stop();
      viewport.stop();
      framing.stop();
      sight.stop();
      wholeNodes.stop();
      rete.destroy();
    },
  };
  const stop = mirror(rete, stage);
  app.stage = stage;
  return stage;
}
