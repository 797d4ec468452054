import type { GraphNode, Wire } from "../engine/document.ts";
import { app } from "./app.ts";
import { type End, refusal, wireBetween } from "./canvas/drag.ts";
import { layoutOf, socketAt } from "./canvas/layout.ts";
import type { Change } from "./document.ts";
import { edit, freeId, type Point } from "./edit.ts";
import { focusMade } from "./focusSoon.ts";
import { wiresOf } from "./wiresOf.ts";
import { words } from "./words.ts";

/** The end of a wire that a new node takes up, and at which of its ports. */
export interface TakenUp {
  readonly from: End;
  readonly port: string;
}

/**
 * Adds a node of a type, selects it and hands it the keys; in the middle of the window where no place is given. A wire that it takes up is part of the
 * same step, and the place is then where its end lies.
 */
export function addNode(type: string, place?: Point, taken?: TakenUp): void {
  const { stage } = app;
  const view = stage?.visible() ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const at = place ?? [(view.left + view.right) / 2 - 66, (view.top + view.bottom) / 2 - 60];
  const id = freeId(new Set(app.document.nodes.map((node) => node.id)), type);
  const node = { id, type, params: {}, at };
  const wire = taken && wireTo(id, taken);
  const [x, y] = taken && wire ? beside(node, wire, taken) : at;
  const add = edit.addNode({ ...node, at: clearOf(Math.round(x / 4) * 4, Math.round(y / 4) * 4) });
  app.store.change(words.changes.add, wire ? wired(add, wire) : add);
  app.selection.nodes([id]);
  focusMade(id);
}

function wireTo(node: string, { from, port }: TakenUp): Wire | null {
  return wireBetween(from, { node, side: from.side === "out" ? "in" : "out", port });
}

/** The node with the wire; the node alone, and why, where the wire may not be. */
function wired(add: Change, wire: Wire): Change {
  return (document) => {
    const grown = add(document);
    const reason = refusal(grown, app.catalogue, wire);
    if (reason === null) return edit.connect(wire)(grown);
    app.stage?.refuse(reason);
    return grown;
  };
}

/** Where the node stands so that the port with the wire lies at the node's given place. */
function beside(node: GraphNode, wire: Wire, { from, port }: TakenUp): Point {
  const side = from.side === "out" ? "in" : "out";
  const layout = layoutOf(node, app.catalogue[node.type], wiresOf([wire], node.id), false);
  const [dx, dy] = socketAt(layout, side, port) ?? [0, 0];
  return [node.at[0] - dx, node.at[1] - dy];
}

/** Nodes added one after the other do not hide each other. */
function clearOf(x: number, y: number): Point {
  const taken = new Set(app.document.nodes.map(({ at }) => at.join()));
  let at: Point = [x, y];
  while (taken.has(at.join())) at = [at[0] + 24, at[1] + 24];
  return at;
}
