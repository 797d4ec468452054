import { describe, expect, it } from "vitest";
import { frameEdit } from "../../editor/frameEdit.ts";
import type { GraphDocument } from "../../engine/document.ts";

const node = (id: string) => ({ id, type: "number", params: {}, at: [0, 0] as const });
const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "Four",
  about: "",
  nodes: ["a", "b", "c", "d"].map(node),
  wires: [],
  frames: [{ id: "frame", label: "Pair", nodes: ["a", "b"] }],
};
const ids = (...names: string[]) => new Set(names);

describe("frameEdit", () => {
  it("frames nodes under a free id, in the order of the document", () => {
    const { frames } = frameEdit.add("frame", ids("d", "c"), "Rest")(graph);
    expect(frames.at(-1)).toEqual({ id: "frame2", label: "Rest", nodes: ["c", "d"] });
  });

  it("lets a frame lie in another, and takes nodes out of one that would only overlap", () => {
    const outer = frameEdit.add("frame", ids("a", "b", "c"), "Outer")(graph).frames;
    expect(outer.map(({ nodes }) => nodes.join(""))).toEqual(["ab", "abc"]);
    const across = frameEdit.add("frame", ids("b", "c"), "Across")(graph).frames;
    expect(across.map(({ nodes }) => nodes.join(""))).toEqual(["a", "bc"]);
  });

  it("makes no second frame round the same nodes, and none round nothing", () => {
    expect(frameEdit.add("frame", ids("b", "a"), "Again")(graph)).toBe(graph);
    expect(frameEdit.add("frame", ids("x"), "None")(graph)).toBe(graph);
  });

  it("puts what joins an inner frame into the outer one, too", () => {
    const nested = frameEdit.add("outer", ids("a", "b", "c"), "Outer")(graph);
    const joined = frameEdit.join("frame", ids("d"))(nested);
    expect(joined.frames.map(({ nodes }) => nodes.join(""))).toEqual(["abd", "abcd"]);
    expect(frameEdit.join("frame", ids("a"))(nested)).toBe(nested);
  });

  it("drops a frame that its last node leaves", () => {
    expect(frameEdit.leave(ids("a"))(graph).frames[0]?.nodes).toEqual(["b"]);
    expect(frameEdit.leave(ids("a", "b"))(graph).frames).toEqual([]);
    expect(frameEdit.leave(ids("c"))(graph)).toBe(graph);
  });

  it("takes a frame away and keeps its nodes", () => {
    const after = frameEdit.remove("frame")(graph);
    expect(after.frames).toEqual([]);
    expect(after.nodes).toBe(graph.nodes);
  });

  it("writes no colour where there is none", () => {
    const blue = frameEdit.color("frame", "blue")(graph);
    expect(blue.frames[0]).toMatchObject({ color: "blue" });
    expect(frameEdit.color("frame", null)(blue).frames[0]).not.toHaveProperty("color");
    expect(frameEdit.color("frame", null)(graph)).toBe(graph);
  });
});
