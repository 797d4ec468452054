import type { GraphDocument } from "../../engine/document.ts";

/** A graph in small: where its nodes stand, from 0 to 1,000 along its longer side, and which of them wires join. */
export interface Shape {
  readonly nodes: readonly (readonly [x: number, y: number])[];
  readonly wires: readonly (readonly [from: number, to: number])[];
}

const atMost = 80;
const scale = 1000;

/** The shape of a graph, of its first 80 nodes. Two wires between the same nodes are one. */
export function shapeOf({ nodes, wires }: Pick<GraphDocument, "nodes" | "wires">): Shape {
  const drawn = nodes.slice(0, atMost);
  const places = drawn.map(({ at }) => at);
  const [left, top] = [0, 1].map((axis) => Math.min(...places.map((at) => at[axis as 0 | 1])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...places.map((at) => at[axis as 0 | 1])));
  const span = Math.max(1, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0));
  const within = (at: number, from: number | undefined) => Math.round(((at - (from ?? 0)) / span) * scale);
  const index = new Map(drawn.map(({ id }, place) => [id, place]));
  const joined = new Map<string, readonly [number, number]>();
  for (const { from, to } of wires) {
    const [source, target] = [index.get(from[0]), index.get(to[0])];
    if (source !== undefined && target !== undefined) joined.set(`${source} ${target}`, [source, target]);
  }
  return { nodes: places.map(([x, y]) => [within(x, left), within(y, top)]), wires: [...joined.values()] };
}
