/** Parts of a graph that are copied: taken out of a document, put in under free ids. */
import type { Frame, GraphDocument, GraphNode, Wire } from "../engine/document.ts";
import type { Change } from "./document.ts";
import { freeId, type Point } from "./edit.ts";

/** What copying takes along: nodes, the wires that end in them, and the frames that hold nothing else. */
export interface Piece {
  readonly nodes: readonly GraphNode[];
  readonly wires: readonly Wire[];
  readonly frames: readonly Frame[];
}

export function pieceOf({ nodes, wires, frames }: GraphDocument, ids: ReadonlySet<string>): Piece {
  return {
    nodes: nodes.filter(({ id }) => ids.has(id)),
    wires: wires.filter(({ to }) => ids.has(to[0])),
    frames: frames.filter(({ nodes }) => nodes.length > 0 && nodes.every((id) => ids.has(id))),
  };
}

/** Where the piece begins. */
export const cornerOf = ({ nodes }: Piece): Point => [
  Math.min(...nodes.map(({ at }) => at[0])),
  Math.min(...nodes.map(({ at }) => at[1])),
];

/** Without the wires that come from outside. */
export function unwired(piece: Piece): Piece {
  const own = new Set(piece.nodes.map(({ id }) => id));
  return { ...piece, wires: piece.wires.filter(({ from }) => own.has(from[0])) };
}

/** Adds copies under free ids, moved by `by`. Wires from outside the piece are kept where their source still exists. */
export function paste(piece: Piece, [x, y]: Point, added?: (ids: readonly string[]) => void): Change {
  return (document) => {
    const ids = freeIds(piece.nodes, document.nodes);
    const frameIds = freeIds(piece.frames, document.frames);
    const nodes = piece.nodes.map((node) => ({
      ...node,
      id: ids.get(node.id) ?? node.id,
      at: [node.at[0] + x, node.at[1] + y] as const,
    }));
    const frames = piece.frames.map((frame) => ({
      ...frame,
      id: frameIds.get(frame.id) ?? frame.id,
      nodes: frame.nodes.flatMap((id) => ids.get(id) ?? []),
    }));
    added?.(nodes.map(({ id }) => id));
    return {
      ...document,
      nodes: [...document.nodes, ...nodes],
      wires: [...document.wires, ...rewired(piece, ids, document)],
      frames: frames.length === 0 ? document.frames : [...document.frames, ...frames],
    };
  };
}

/** A free id for each, by the id that it has. */
function freeIds(
  items: readonly { readonly id: string }[],
  there: readonly { readonly id: string }[],
): Map<string, string> {
  const taken = new Set(there.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id } of items) {
    const free = taken.has(id) ? freeId(taken, id.replace(/\d+$/, "") || id) : id;
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

function rewired(piece: Piece, ids: ReadonlyMap<string, string>, document: GraphDocument): Wire[] {
  const there = new Set(document.nodes.map(({ id }) => id));
  return piece.wires.flatMap((wire): Wire[] => {
    const target = ids.get(wire.to[0]);
    const source = ids.get(wire.from[0]) ?? (there.has(wire.from[0]) ? wire.from[0] : undefined);
    if (target === undefined || source === undefined) return [];
    return [{ ...wire, from: [source, wire.from[1]], to: [target, wire.to[1]] }];
  });
}
