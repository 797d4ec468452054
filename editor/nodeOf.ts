import type { GraphDocument, GraphNode } from "../engine/document.ts";

const known = new WeakMap<GraphDocument["nodes"], Map<string, GraphNode>>();

/** The node with this id; undefined where there is none. One index for each list of nodes. */
export function nodeOf({ nodes }: Pick<GraphDocument, "nodes">, id: string): GraphNode | undefined {
  let index = known.get(nodes);
  if (!index) {
    index = new Map(nodes.map((node) => [node.id, node]));
    known.set(nodes, index);
  }
  return index.get(id);
}
