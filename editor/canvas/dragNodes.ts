import { app } from "../app.ts";
import { around, type Box, moved as movedBy } from "../box.ts";
import { edit } from "../edit.ts";
import { rewire } from "../rewire.ts";
import { words } from "../words.ts";
import type { Rete } from "./rete.ts";
import type { Point } from "./route.ts";
import { snapTo, toGrid } from "./snap.ts";
import { noAim, type Stage } from "./stage.ts";
import { wireUnder } from "./wireUnder.ts";

/** How near, in pixels of the screen, a line must be to hold what is dragged. */
const reach = 6;

/** A drag of one node, and of all that are selected with it. */
interface Held {
  readonly id: string;
  readonly moving: ReadonlySet<string>;
  readonly start: Point;
  /** The box round all that moves, as it was at the start. */
  readonly box: Box;
  /** What it may come to lie in line with. */
  readonly others: readonly Box[];
}

function takeUp(stage: Stage, id: string): Held | null {
  const { nodes } = app.selection.getState();
  const moving = nodes.has(id) ? nodes : new Set([id]);
  const box = around([...moving].flatMap((each) => stage.boxOf(each) ?? []));
  const start = stage.places.get(id);
  if (!box || !start) return null;
  const view = stage.visible();
  const others = app.document.nodes.flatMap((node) => {
    const other = moving.has(node.id) ? null : stage.boxOf(node.id);
    const seen = other && other.left < view.right && other.right > view.left;
    return seen && other.top < view.bottom && other.bottom > view.top ? [other] : [];
  });
  return { id, moving, start, box, others };
}

/** Where the held node goes when the hand would put it at `to`. */
function snapped(stage: Stage, held: Held, to: Point, free: boolean): Point {
  if (free) {
    stage.guides.setState([], true);
    return [to[0] + toGrid(to[0]), to[1] + toGrid(to[1])];
  }
  const box = movedBy(held.box, [to[0] - held.start[0], to[1] - held.start[1]]);
  const { by, guides } = snapTo(box, held.others, reach / stage.transform.getState().k);
  stage.guides.setState(guides, true);
  return [to[0] + by[0], to[1] + by[1]];
}

/** What was dragged is where it is now, and in the frames in which it was dropped. */
function letGo(stage: Stage, { id, moving }: Held): void {
  const places = [...moving].flatMap((each): [string, Point][] => {
    const at = stage.places.get(each);
    return at ? [[each, at]] : [];
  });
  const moved = edit.moveNodes(new Map(places));
  const framed = stage.framing.drop(id, moving);
  const [wire] = stage.aim.getState().wires;
  stage.guides.setState([], true);
  stage.aim.setState(noAim);
  app.store.change(wire ? words.changes.insert : words.changes.move, (document) => {
    const after = moved(document);
    const placed = after === document ? document : framed(after);
    return wire ? rewire.insert(app.catalogue, id, wire)(placed) : placed;
  });
}

/** A node that is dragged alone over a wire that would take it in marks that wire. */
function aim(stage: Stage, { id, moving }: Held): void {
  const wire = moving.size === 1 ? wireUnder(stage, id) : null;
  const [before] = stage.aim.getState().wires;
  if ((wire ?? undefined) !== before)
    stage.aim.setState(wire ? { act: "insert", wires: new Set([wire]) } : noAim);
}

/** Dragging a node moves what is selected with it; letting go is one change of the document. Returns the way out. */
export function dragNodes({ area }: Rete, stage: Stage): () => void {
  let picked: string | null = null;
  let held: Held | null = null;
  let free = false;
  const watch = ({ ctrlKey, metaKey }: PointerEvent) => {
    free = ctrlKey || metaKey;
  };
  addEventListener("pointermove", watch, { capture: true });
  const follow = (id: string, to: Point, from: Point) => {
    stage.places.set(id, to);
    if (id !== held?.id) return;
    for (const other of held.moving) {
      const at = stage.places.get(other);
      if (other === id || !at) continue;
      void area.translate(other, { x: at[0] + to[0] - from[0], y: at[1] + to[1] - from[1] });
    }
  };
  area.addPipe((signal) => {
    if (typeof signal !== "object" || !("type" in signal)) return signal;
    if (signal.type === "nodepicked") picked = signal.data.id;
    if (signal.type === "nodetranslate" && signal.data.id === picked) {
      held ??= takeUp(stage, picked);
      const { position } = signal.data;
      if (held) {
        const [x, y] = snapped(stage, held, [position.x, position.y], free);
        signal.data.position = { x, y };
      }
    }
    if (signal.type === "nodetranslated") {
      const { id, position, previous } = signal.data;
      follow(id, [position.x, position.y], [previous.x, previous.y]);
      if (held?.id === id) {
        stage.framing.drag(id, held.moving);
        aim(stage, held);
      }
    }
    if (signal.type === "nodedragged") {
      if (held) letGo(stage, held);
      picked = held = null;
    }
    return signal;
  });
  return () => removeEventListener("pointermove", watch, { capture: true });
}
