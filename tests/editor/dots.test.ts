import { describe, expect, it } from "vitest";
import { dots } from "../../editor/dots.ts";
import { type GraphDocument, parseGraph, type Wire } from "../../engine/graph.ts";
import { catalogue } from "../../nodes/index.ts";

const node = (id: string, type: string) => ({ id, type, params: {}, at: [0, 0] as const });
const wire: Wire = { from: ["z", "z"], to: ["map", "z"] };
const other: Wire = { from: ["map", "w"], to: ["synth", "coarse"] };
const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "Wires",
  about: "",
  nodes: [node("z", "sampleLatent"), node("map", "mapping"), node("synth", "synthesis")],
  wires: [wire, other],
  frames: [],
};

describe("dots", () => {
  it("leads a wire over a new node in its middle, which any type may pass", () => {
    let made = "";
    const after = dots.insert(catalogue, wire, [100, 60], (id) => {
      made = id;
    })(graph);
    expect(after.nodes.at(-1)).toEqual({ id: made, type: "reroute", params: {}, at: [88, 52] });
    expect(after.wires).toEqual([
      { from: ["z", "z"], to: [made, "value"] },
      { from: [made, "value"], to: ["map", "z"] },
      other,
    ]);
    expect(parseGraph(after, catalogue)).toEqual(after);
  });

  it("changes nothing for a wire that is not there", () => {
    expect(dots.insert(catalogue, { from: ["z", "z"], to: ["synth", "coarse"] }, [0, 0])(graph)).toBe(graph);
  });

  it("are taken off again without the wire, several in a row at once", () => {
    const once = dots.insert(catalogue, wire, [0, 0])(graph);
    const twice = dots.insert(catalogue, once.wires[1] as Wire, [0, 0])(once);
    const ids = twice.nodes.slice(3).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(dots.remove(catalogue, new Set(ids))(twice)).toEqual(graph);
    const [first = ""] = ids;
    expect(dots.remove(catalogue, new Set([first]))(twice).wires).toHaveLength(3);
  });

  it("go with the node that their wire comes from", () => {
    const once = dots.insert(catalogue, wire, [0, 0])(graph);
    const left = dots.remove(catalogue, new Set(["z", "reroute"]))(once);
    expect(left.wires).toEqual([other]);
  });
});
