/** Socket positions by arithmetic, and from them the drawing of every wire. */
import type { GraphDocument, GraphNode, Wire } from "../../engine/document.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import { app } from "../app.ts";
import { createKeyed, type Keyed } from "../keyed.ts";
import { nodeOf } from "../nodeOf.ts";
import { type NodeWires, wiresOf } from "../wiresOf.ts";
import type { Course } from "./course.ts";
import { type Drawn, drawingOf } from "./drawing.ts";
import { type Layout, laneOf, layoutOf, socketAt } from "./layout.ts";
import { cornersOf, type Point, type Run, routeOf } from "./route.ts";
import type { Size } from "./stage.ts";

/** The id under which a wire is drawn. */
export const wireId = ({ from, to }: Wire): string => JSON.stringify([...from, ...to]);

export interface Wiring {
  readonly drawn: Keyed<Drawn>;
  layout(node: string): Layout | null;
  socket(node: string, side: "in" | "out", port: string): Point | null;
  /** The course of each wire as it is now, worked out anew. */
  courses(): ReadonlyMap<Wire, Course>;
  /** True where wires of the open document may be drawn otherwise than before, though every node lies where it lay. */
  isOther(document: GraphDocument, before: GraphDocument): boolean;
  /** Draws again before the next frame. */
  changed(): void;
}

interface Known {
  readonly node: GraphNode;
  readonly definition: NodeDefinition | undefined;
  readonly wires: NodeWires;
  readonly open: boolean;
  readonly layout: Layout;
}

interface KnownRun {
  /** Layouts and places of the nodes at both ends. */
  readonly ends: readonly unknown[];
  /** The target lies behind: the way there also hangs on how high the nodes are. */
  readonly back: boolean;
  readonly run: Run & { readonly between: unknown };
}

/** `places` are where nodes are now, also while they are dragged; `opened` names nodes that show all ports. */
export function createWiring(places: Keyed<Point>, sizes: Keyed<Size>, opened: Keyed<boolean>): Wiring {
  const drawn = createKeyed<Drawn>();
  const known = new Map<string, Known>();
  const runs = new WeakMap<Wire, KnownRun>();
  let last: readonly Run[] = [];
  let frame = 0;

  /** The same object as before while nothing in it has changed. */
  function layout(id: string): Layout | null {
    const { document } = app;
    const node = nodeOf(document, id);
    if (!node) return null;
    const wires = wiresOf(document.wires, id);
    const open = opened.get(id) ?? false;
    const before = known.get(id);
    const definition = app.catalogue[node.type];
    const same = before && before.node === node && before.definition === definition;
    if (same && before.wires === wires && before.open === open) return before.layout;
    const made = layoutOf(node, definition, wires, open);
    const after = before && JSON.stringify(made) === JSON.stringify(before.layout) ? before.layout : made;
    known.set(id, { node, definition, wires, open, layout: after });
    return after;
  }

  const placeOf = (id: string): Point | undefined => places.get(id) ?? nodeOf(app.document, id)?.at;

  function socket(id: string, side: "in" | "out", port: string): Point | null {
    const place = placeOf(id);
    const own = layout(id);
    const at = own && socketAt(own, side, port);
    return place && at ? [place[0] + at[0], place[1] + at[1]] : null;
  }

  /** The run of a wire; the same object as before while nothing that it hangs on has changed. */
  function runOf(wire: Wire): Run | null {
    const ends = [
      layout(wire.from[0]),
      layout(wire.to[0]),
      placeOf(wire.from[0]),
      placeOf(wire.to[0]),
    ] as const;
    const before = runs.get(wire);
    const same = before?.ends.every((end, index) => end === ends[index]);
    if (before && same && !before.back) return before.run;
    const from = socket(wire.from[0], "out", wire.from[1]);
    const to = socket(wire.to[0], "in", wire.to[1]);
    const [, target] = ends;
    if (!from || !to || !target) return null;
    const back = to[0] < from[0];
    const between = back ? gapBetween(wire.from[0], wire.to[0]) : null;
    if (before && same && String(before.run.between) === String(between)) return before.run;
    const lane = laneOf(target, wire.to[1]);
    const run = { id: wireId(wire), source: JSON.stringify(wire.from), from, to, lane, between };
    runs.set(wire, { ends, back, run });
    return run;
  }

  /** The free height between two nodes, one above the other; null where they overlap. */
  function gapBetween(a: string, b: string): readonly [number, number] | null {
    const [, topA = 0] = places.get(a) ?? [];
    const [, topB = 0] = places.get(b) ?? [];
    const [upper, top, bottom] = topA < topB ? [a, topA, topB] : [b, topB, topA];
    const end = top + (sizes.get(upper)?.height ?? 0);
    return bottom - end >= 8 ? [end, bottom] : null;
  }

  const courses = () =>
    new Map(
      app.document.wires.flatMap((wire) => {
        const run = runOf(wire);
        return run ? [[wire, cornersOf(routeOf(run))] as const] : [];
      }),
    );

  function draw(document: GraphDocument): void {
    const now = document.wires.flatMap((wire) => runOf(wire) ?? []);
    if (now.length === last.length && now.every((run, index) => run === last[index])) return;
    last = now;
    const next = drawingOf(now);
    for (const id of [...drawn.keys()]) if (!next.has(id)) drawn.delete(id);
    for (const [id, drawing] of next) {
      const before = drawn.get(id);
      if (before?.path !== drawing.path || String(before.dots) !== String(drawing.dots))
        drawn.set(id, drawing);
    }
  }

  const isOther = (document: GraphDocument, before: GraphDocument): boolean =>
    document.wires !== before.wires ||
    document.nodes.length !== before.nodes.length ||
    document.nodes.some((node, index) => node !== before.nodes[index] && isDrawnOtherwise(node.id));

  /** True where a node has another layout than when its wires were drawn last. */
  function isDrawnOtherwise(id: string): boolean {
    const now = layout(id);
    const { entering, leaving } = wiresOf(app.document.wires, id);
    const [out, into] = [[...leaving.values()].flat(), [...entering.values()]];
    return (
      out.some((wire) => runs.get(wire)?.ends[0] !== now) ||
      into.some((wire) => runs.get(wire)?.ends[1] !== now)
    );
  }

  function changed(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw(app.document);
    });
  }

  return { drawn, layout, socket, courses, isOther, changed };
}
