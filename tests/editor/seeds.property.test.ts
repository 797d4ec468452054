import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSeeds, lockedIn, lockSeed, reseed } from "../../editor/seeds.ts";
import type { GraphDocument } from "../../engine/document.ts";
import { catalogue } from "../../nodes/index.ts";

const ids = ["a", "b", "c", "d"] as const;
const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes: [
    ...ids.map((id) => ({ id, type: "sampleLatent", params: { seed: 7 }, at: [0, 0] as const })),
    { id: "number", type: "number", params: {}, at: [0, 0] },
  ],
  wires: [{ from: ["number", "value"], to: ["d", "seed"] }],
  frames: [],
};
const all = new Set(graph.nodes.map(({ id }) => id));
const locking = fc.array(fc.record({ id: fc.constantFrom(...ids), lock: fc.boolean() }), { maxLength: 8 });

const locked = (steps: readonly { id: string; lock: boolean }[]) =>
  steps.reduce((document, { id, lock }) => lockSeed(id, "seed", lock)(document), graph);

describe("new seeds", () => {
  it("come to every seed but those that are locked or wired", () => {
    fc.assert(
      fc.property(locking, (steps) => {
        const document = locked(steps);
        const after = reseed(freeSeeds(document, catalogue, all), () => 42)(document);
        for (const [index, node] of document.nodes.entries()) {
          const kept = node.id === "number" || node.id === "d" || lockedIn(node).includes("seed");
          expect(after.nodes[index]).toEqual(kept ? node : { ...node, params: { ...node.params, seed: 42 } });
        }
      }),
    );
  });

  it("are locked by the last word alone, and a lock that is gone leaves no trace", () => {
    fc.assert(
      fc.property(locking, (steps) => {
        for (const node of locked(steps).nodes) {
          const last = steps.filter(({ id }) => id === node.id).at(-1);
          expect(lockedIn(node)).toEqual(last?.lock ? ["seed"] : []);
          if (!last?.lock) expect(node).not.toHaveProperty("locked");
        }
      }),
    );
  });

  it("come to the given nodes alone", () => {
    expect(freeSeeds(graph, catalogue, new Set(["b"]))).toEqual([{ node: "b", name: "seed" }]);
  });
});
