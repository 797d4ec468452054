import type { GraphDocument, GraphNode } from "../engine/document.ts";
import { recent } from "../engine/recent.ts";

const index = recent(4, (nodes: GraphDocument["nodes"]) => new Map(nodes.map((node) => [node.id, node])));

/** The node with this id; undefined where there is none. One index for each list of nodes. */
export function nodeOf({ nodes }: Pick<GraphDocument, "nodes">, id: string): GraphNode | undefined {
  return index(nodes).get(id);
}
