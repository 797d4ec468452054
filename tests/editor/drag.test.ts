import { describe, expect, it } from "vitest";
import { fitting, refusal, wireBetween } from "../../editor/canvas/drag.ts";
import type { GraphDocument } from "../../engine/document.ts";
import { catalogue } from "../../nodes/index.ts";

const node = (id: string, type: string) => ({ id, type, params: {}, at: [0, 0] as const });
const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes: [
    node("z", "sampleLatent"),
    node("map", "mapping"),
    node("constant", "constantInput"),
    node("layer", "adainLayer"),
    node("next", "adainLayer"),
    node("number", "number"),
  ],
  wires: [
    { from: ["z", "z"], to: ["map", "z"] },
    { from: ["constant", "features"], to: ["layer", "features"] },
    { from: ["layer", "features"], to: ["next", "features"] },
  ],
  frames: [],
};

describe("a wire under way", () => {
  it("lights up the inputs of its type, also those that are taken", () => {
    const fits = fitting(graph, catalogue, { node: "constant", side: "out", port: "features" });
    expect(fits.get("layer")).toEqual(new Set(["in:features"]));
    expect(fits.get("next")).toEqual(new Set(["in:features"]));
    expect(fits.has("map")).toBe(false);
  });

  it("leaves out what would close a cycle", () => {
    const fits = fitting(graph, catalogue, { node: "next", side: "out", port: "features" });
    expect(fits.has("layer")).toBe(false);
  });

  it("finds outputs for an input", () => {
    const fits = fitting(graph, catalogue, { node: "layer", side: "in", port: "w" });
    expect([...fits]).toEqual([["map", new Set(["out:w"])]]);
  });

  it("takes a number into numeric params", () => {
    const fits = fitting(graph, catalogue, { node: "number", side: "out", port: "value" });
    expect(fits.get("z")).toEqual(new Set(["in:seed", "in:count"]));
  });

  it("replaces what enters an input now, and gives the rule's reason where a type does not fit", () => {
    const wire = wireBetween(
      { node: "layer", side: "in", port: "features" },
      { node: "map", side: "out", port: "w" },
    );
    expect(wire).toEqual({ from: ["map", "w"], to: ["layer", "features"] });
    expect(wire && refusal(graph, catalogue, wire)).toBe("A style can't enter features. It fits w.");
    expect(
      refusal(graph, catalogue, { from: ["constant", "features"], to: ["next", "features"] }),
    ).toBeNull();
  });

  it("makes no wire between two ends of a side", () => {
    expect(
      wireBetween({ node: "z", side: "out", port: "z" }, { node: "map", side: "out", port: "w" }),
    ).toBeNull();
  });
});
