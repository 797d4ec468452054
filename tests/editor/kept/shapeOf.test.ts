import { describe, expect, it } from "vitest";
import { shapeOf } from "../../../editor/kept/shapeOf.ts";
import { graph } from "./graph.ts";

describe("the shape of a graph", () => {
  it("has its longer side from 0 to 1,000 and keeps its proportions", () => {
    const document = graph("A", 3);
    const nodes = document.nodes.map((node, index) => ({
      ...node,
      at: [400 * index - 100, -50 * index] as const,
    }));
    expect(shapeOf({ ...document, nodes }).nodes).toEqual([
      [0, 125],
      [500, 63],
      [1000, 0],
    ]);
  });

  it("joins two nodes once, however many wires run between them", () => {
    const { nodes, wires } = graph("A", 2);
    const twice = [...wires, { from: ["n0", "more"], to: ["n1", "more"] }] as const;
    expect(shapeOf({ nodes, wires: twice }).wires).toEqual([[0, 1]]);
  });

  it("stays small for a large graph, and is empty for an empty one", () => {
    const large = shapeOf(graph("A", 1000));
    expect(large.nodes).toHaveLength(80);
    expect(large.wires.every(([from, to]) => from < 80 && to < 80)).toBe(true);
    expect(shapeOf(graph("A", 0))).toEqual({ nodes: [], wires: [] });
  });
});
