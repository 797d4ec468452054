import type { GraphDocument } from "../../../engine/document.ts";

/** A document in small: `count` nodes in a row, each wired to the next. */
export function graph(name: string, count = 2): GraphDocument {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    type: "toy",
    params: {},
    at: [100 * index, 0] as const,
  }));
  const wires = nodes
    .slice(1)
    .map(({ id }, index) => ({ from: [`n${index}`, "out"], to: [id, "in"] }) as const);
  return { format: "ganglion/graph", version: 1, name, about: "", nodes, wires, frames: [] };
}
