/** Changes that put dots on wires and take them off again; a dot is a node of a type that is drawn as one. */
import type { GraphDocument, Wire } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import { follower } from "../engine/passage.ts";
import type { Change } from "./document.ts";
import { edit, freeId, type Point, sameEnd } from "./edit.ts";

/** How large a dot is, its two ends included. */
export const dotSize = { width: 28, height: 16 } as const;

/** The type of node that is drawn as a dot, with its two ports. */
function dotType(catalogue: Catalogue) {
  const [type, definition] = Object.entries(catalogue).find(([, { drawn }]) => drawn === "dot") ?? [];
  const [input] = Object.keys(definition?.inputs ?? {});
  const [output] = Object.keys(definition?.outputs ?? {});
  return type && input && output ? { type, input, output } : null;
}

/** Leads a wire over a new dot, in the middle of `at`. `added` hears the dot's id. */
function insert(catalogue: Catalogue, wire: Wire, at: Point, added?: (id: string) => void): Change {
  return (document) => {
    const dot = dotType(catalogue);
    const there = document.wires.find(({ from, to }) => sameEnd(to, wire.to) && sameEnd(from, wire.from));
    if (!dot || !there) return document;
    const id = freeId(new Set(document.nodes.map((node) => node.id)), dot.type);
    added?.(id);
    const place = [at[0] - dotSize.width / 2, at[1] - dotSize.height / 2].map(snapped) as [number, number];
    const node = { id, type: dot.type, params: {}, at: place };
    const wires = document.wires.flatMap((each): Wire[] =>
      each === there
        ? [
            { from: each.from, to: [id, dot.input] },
            { from: [id, dot.output], to: each.to },
          ]
        : [each],
    );
    return { ...edit.addNode(node)(document), wires };
  };
}

const snapped = (value: number): number => Math.round(value / 4) * 4;

/** Removes nodes; wires over dots among them go on from where they came. */
function remove(catalogue: Catalogue, ids: ReadonlySet<string>): Change {
  return (document) => edit.removeNodes(ids)(bridged(document, catalogue, ids));
}

function bridged(document: GraphDocument, catalogue: Catalogue, ids: ReadonlySet<string>): GraphDocument {
  const dots = document.nodes.filter(({ id, type }) => ids.has(id) && catalogue[type]?.drawn === "dot");
  if (dots.length === 0) return document;
  const follow = follower({ nodes: dots, wires: document.wires }, catalogue);
  return { ...document, wires: document.wires.map((wire) => ({ ...wire, from: follow(wire.from) })) };
}

export const dots = { insert, remove };
