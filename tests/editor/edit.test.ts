import { describe, expect, it } from "vitest";
import { edit, freeId } from "../../editor/edit.ts";
import type { GraphDocument } from "../../engine/document.ts";

const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "Two",
  about: "",
  nodes: [
    { id: "a", type: "sampleLatent", params: { seed: 7 }, at: [0, 0], label: "Source" },
    { id: "b", type: "mapping", params: {}, at: [100, 0] },
    { id: "c", type: "mapping", params: {}, at: [100, 80] },
  ],
  wires: [{ from: ["a", "z"], to: ["b", "z"] }],
  frames: [{ id: "f", label: "Both", nodes: ["a", "b"] }],
};

describe("edit", () => {
  it("replaces the wire that entered an input before", () => {
    const after = edit.connect({ from: ["c", "w"], to: ["b", "z"] })(graph);
    expect(after.wires).toEqual([{ from: ["c", "w"], to: ["b", "z"] }]);
  });

  it("takes a node's wires and its place in frames with it", () => {
    const after = edit.removeNodes(new Set(["a"]))(graph);
    expect(after.nodes.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(after.wires).toEqual([]);
    expect(after.frames).toEqual([{ id: "f", label: "Both", nodes: ["b"] }]);
  });

  it("drops a frame that holds nothing any more", () => {
    expect(edit.removeNodes(new Set(["a", "b"]))(graph).frames).toEqual([]);
  });

  it("writes no param that has its default back", () => {
    expect(edit.setParam("a", "seed", undefined)(graph).nodes[0]?.params).toEqual({});
  });

  it("gives a node the title of its type back with an empty name", () => {
    expect(edit.labelNode("a", "")(graph).nodes[0]).not.toHaveProperty("label");
  });

  it("counts on where an id is taken", () => {
    expect(freeId(new Set(["mapping", "mapping2"]), "mapping")).toBe("mapping3");
  });
});
