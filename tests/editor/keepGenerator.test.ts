import { expect, it } from "vitest";
import { keepGenerator, keptGenerators } from "../../editor/keepGenerator.ts";
import type { GraphDocument } from "../../engine/document.ts";
import { type Catalogue, port } from "../../engine/node.ts";

const catalogue = {
  evolve: {
    category: "evolution",
    title: "Evolve",
    inputs: {},
    params: {},
    outputs: { evolution: port("evolution"), generator: port("generator") },
  },
} as unknown as Catalogue;
const document: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes: [{ id: "run", type: "evolve", params: {}, at: [40, 80] }],
  wires: [],
  frames: [],
};

it("adds a node that gives the generator of a generation, wired to the run, right of it", () => {
  const { nodes, wires } = keepGenerator("run", 1200, catalogue)(document);
  expect(nodes[1]).toEqual({
    id: "evolvedAt",
    type: "evolvedAt",
    params: { generation: 1200 },
    at: [384, 80],
  });
  expect(wires).toEqual([{ from: ["run", "evolution"], to: ["evolvedAt", "evolution"] }]);
});

it("keeps several below one another, the same generation once", () => {
  const once = keepGenerator("run", 1200, catalogue)(document);
  expect(keepGenerator("run", 1200, catalogue)(once)).toBe(once);
  const twice = keepGenerator("run", 0, catalogue)(once);
  expect(twice.nodes[2]).toMatchObject({ id: "evolvedAt2", at: [384, 152] });
  expect([...keptGenerators(twice, "run").keys()]).toEqual([1200, 0]);
});

it("changes nothing where the run is gone", () => {
  expect(keepGenerator("other", 0, catalogue)(document)).toBe(document);
});
