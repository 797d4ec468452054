/** Changes of a document, pure: each gives a new document, or the same one where there is nothing to change. */
import type { GraphNode, Wire } from "../engine/document.ts";
import type { Change } from "./document.ts";

export type Point = readonly [x: number, y: number];

function nodeChange(id: string, change: (node: GraphNode) => GraphNode): Change {
  return (document) => {
    const before = document.nodes.find((node) => node.id === id);
    const after = before && change(before);
    if (!before || after === before) return document;
    return {
      ...document,
      nodes: document.nodes.map((node) => (node === before ? (after as GraphNode) : node)),
    };
  };
}

const addNode =
  (node: GraphNode): Change =>
  (document) => ({ ...document, nodes: [...document.nodes, node] });

function removeNodes(ids: ReadonlySet<string>): Change {
  return (document) => {
    if (!document.nodes.some(({ id }) => ids.has(id))) return document;
    return {
      ...document,
      nodes: document.nodes.filter(({ id }) => !ids.has(id)),
      wires: document.wires.filter(({ from, to }) => !ids.has(from[0]) && !ids.has(to[0])),
      frames: document.frames
        .map((frame) => ({ ...frame, nodes: frame.nodes.filter((id) => !ids.has(id)) }))
        .filter((frame) => frame.nodes.length > 0),
    };
  };
}

/** Sets a param; `undefined` brings the default back. */
function setParam(id: string, name: string, value: unknown): Change {
  return nodeChange(id, (node) => {
    if (Object.is(node.params[name], value)) return node;
    const { [name]: _, ...others } = node.params;
    return { ...node, params: value === undefined ? others : { ...others, [name]: value } };
  });
}

/** Bypasses nodes, or computes them again. */
function bypassNodes(ids: ReadonlySet<string>, bypassed: boolean): Change {
  return (document) =>
    [...ids].reduce((changed, id) => nodeChange(id, (node) => bypass(node, bypassed))(changed), document);
}

function bypass(node: GraphNode, bypassed: boolean): GraphNode {
  const { bypassed: before = false, ...plain } = node;
  if (before === bypassed) return node;
  return bypassed ? { ...plain, bypassed } : plain;
}

/** Names a node; the empty name brings its type's title back. */
function labelNode(id: string, label: string): Change {
  return nodeChange(id, (node) => {
    const { label: before, ...unnamed } = node;
    if ((before ?? "") === label) return node;
    return label === "" ? unnamed : { ...unnamed, label };
  });
}

/** Gives a node another width, and a note another height. */
const resizeNode = (id: string, width: number, height?: number): Change =>
  nodeChange(id, (node) => ({ ...node, width, ...(height !== undefined && { height }) }) as GraphNode);

function moveNodes(places: ReadonlyMap<string, Point>): Change {
  return (document) => {
    let moved = false;
    const nodes = document.nodes.map((node) => {
      const at = places.get(node.id);
      if (!at || (at[0] === node.at[0] && at[1] === node.at[1])) return node;
      moved = true;
      return { ...node, at };
    });
    return moved ? { ...document, nodes } : document;
  };
}

export const sameEnd = (a: readonly [string, string], b: readonly [string, string]): boolean =>
  a[0] === b[0] && a[1] === b[1];

/** Adds a wire; what entered that input before goes. */
const connect =
  (wire: Wire): Change =>
  (document) => ({
    ...document,
    wires: [...document.wires.filter(({ to }) => !sameEnd(to, wire.to)), wire],
  });

function disconnect(to: Wire["to"]): Change {
  return (document) => {
    const wires = document.wires.filter((wire) => !sameEnd(wire.to, to));
    return wires.length === document.wires.length ? document : { ...document, wires };
  };
}

const rename =
  (name: string): Change =>
  (document) =>
    document.name === name ? document : { ...document, name };

/** An id that no node of the document has: the stem, else the stem with a number. */
export function freeId(taken: ReadonlySet<string>, stem: string): string {
  if (!taken.has(stem)) return stem;
  for (let count = 2; ; count++) if (!taken.has(`${stem}${count}`)) return `${stem}${count}`;
}

export const edit = {
  addNode,
  removeNodes,
  setParam,
  labelNode,
  bypassNodes,
  resizeNode,
  moveNodes,
  connect,
  disconnect,
  rename,
};
