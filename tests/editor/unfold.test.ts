import { describe, expect, it } from "vitest";
import { unfold } from "../../editor/unfold.ts";
import { wiresOf } from "../../editor/wiresOf.ts";
import type { Collapse, Expandable, Expansion } from "../../engine/expansion.ts";
import { type GraphDocument, parseGraph, type Wire } from "../../engine/graph.ts";
import { synthesis } from "../../nodes/generator/synthesis.ts";
import { catalogue } from "../../nodes/index.ts";
import { mixingGenerator } from "../nodes/mixingGenerator.ts";

const { card } = mixingGenerator;
const { expand, collapse } = synthesis.expandable as Expandable;
const room = { right: 400, bottom: 400, by: [100, 60] } as const;
const wire = (text: string) => {
  const [from = "", to = ""] = text.split(" -> ");
  return { from: from.split("."), to: to.split(".") } as unknown as Wire;
};
const node = (id: string, type: string, params = {}, at: readonly [number, number] = [0, 0]) => ({
  id,
  type,
  params,
  at,
});

const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "Whole",
  about: "",
  nodes: [
    node("z", "sampleLatent", { generator: card.id }),
    node("a", "mapping"),
    node("b", "mapping"),
    node("noise", "noise"),
    node("synthesis", "synthesis", { tap: "16x16 a" }, [200, 100]),
    node("view", "viewImages", {}, [600, 100]),
    node("heat", "pick", {}, [200, 500]),
  ],
  wires: [
    "z.z -> a.z",
    "z.z -> b.z",
    "a.w -> synthesis.coarse",
    "b.w -> synthesis.fine",
    "noise.noise -> synthesis.noise",
    "synthesis.image -> view.image",
    "synthesis.features -> heat.batch",
  ].map(wire),
  frames: [{ id: "home", label: "Home", nodes: ["synthesis", "view"] }],
};

function expansionOf(document: GraphDocument, samples: (id: string) => number | null = () => 2) {
  const { params = {} } = document.nodes.find(({ id }) => id === "synthesis") ?? {};
  const entering = document.wires.filter(({ to }) => to[0] === "synthesis");
  return expand({
    params: { tap: "", ...params },
    inputs: new Map(entering.map(({ from, to }) => [to[1], from])),
    card,
    samples: ([id]) => samples(id),
  });
}

const expanded = (document = graph) =>
  unfold.expand("synthesis", expansionOf(document) as Expansion, room)(document);

function collapseAt(start: string, document: GraphDocument) {
  return collapse(start, {
    node: (id) => document.nodes.find((each) => each.id === id),
    name: (id) => document.nodes.find((each) => each.id === id)?.label ?? id,
    entering: (id) => wiresOf(document.wires, id).entering,
    leaving: (id, port) => wiresOf(document.wires, id).leaving.get(port) ?? [],
    card: (id) => (id === card.id ? card : null),
    samples: () => 2,
  });
}

/** Ends as `node.port>node.port`, sorted. */
const ends = ({ wires }: GraphDocument) =>
  wires.map(({ from, to }) => `${from.join(".")}>${to.join(".")}`).sort();

describe("a synthesis as its layers", () => {
  it("is a sound graph: a constant, every layer with style and noise, toRGB, in a frame a range", () => {
    const after = expanded();
    expect(parseGraph(after, catalogue)).toEqual(after);
    const layers = after.nodes.filter(({ type }) => type === "adainLayer");
    expect(layers.map(({ label }) => label)).toEqual(card.layers.map(({ name }) => name.replace("x", "×")));
    expect(after.frames.map(({ label }) => label)).toEqual(["Home", "Coarse 4–8", "Middle 16–32", "Fine 64"]);
    expect(after.frames[0]?.nodes).toContain("layer64b");
    expect(ends(after)).toContain("a.w>layer32b.w");
    expect(ends(after)).toContain("b.w>layer64a.w");
    expect(ends(after)).toContain("noise.noise>layer8a.noise");
    expect(ends(after)).toContain("layer16a.features>heat.batch");
    expect(ends(after)).toContain("toRGB.image>view.image");
  });

  it("gets room: what lies right of it and under it gives way", () => {
    const at = (id: string) => expanded().nodes.find((each) => each.id === id)?.at;
    expect(at("view")).toEqual([700, 100]);
    expect(at("heat")).toEqual([200, 560]);
    expect(at("z")).toEqual([0, 0]);
  });

  it("is collapsed into the same synthesis, from whichever of its nodes", () => {
    const layers = expanded();
    for (const start of ["constant", "layer4a", "layer64b", "toRGB"]) {
      const folded = collapseAt(start, layers) as Collapse;
      const after = unfold.collapse("synthesis", folded, { ...room, by: [0, 0] })(layers);
      expect(ends(after)).toEqual(ends(graph));
      expect(after.nodes.find(({ id }) => id === "synthesis")?.params).toEqual({ tap: "16x16 a" });
      expect(after.frames.map(({ id, nodes }) => [id, nodes])).toEqual([["home", ["view", "synthesis"]]]);
      expect(parseGraph(after, catalogue)).toEqual(after);
    }
  });
});

describe("where it can't be", () => {
  it("says which input, generator or tap stands in the way of expanding", () => {
    const loose = { ...graph, wires: graph.wires.filter(({ to }) => to[1] !== "coarse") };
    expect(expansionOf(loose)).toBe("coarse is not wired: its style says which generator this is.");
    const nodes = graph.nodes.map((each) =>
      each.id === "synthesis" ? { ...each, params: { tap: "9x9" } } : each,
    );
    expect(expansionOf({ ...graph, nodes })).toBe(
      `${card.id} has no layer called "9x9": choose another tap.`,
    );
  });

  it("does not expand with noise where styles differ in samples, since layers would see less of it", () => {
    const uneven = (id: string) => (id === "a" ? 1 : 4);
    expect(expansionOf(graph, uneven)).toMatch(/^With noise, all styles .* coarse has 1, fine 4\./);
    const quiet = { ...graph, wires: graph.wires.filter(({ to }) => to[1] !== "noise") };
    expect(expansionOf(quiet, uneven)).toBeTypeOf("object");
    expect(expansionOf(graph, () => null)).toMatch(/let them be computed first/);
  });

  it("says what keeps a chain from being one synthesis", () => {
    const layers = expanded();
    const rewired = (to: string, from: string) => ({
      ...layers,
      wires: layers.wires.map((each) =>
        each.to.join(".") === to ? { ...each, from: from.split(".") as [string, string] } : each,
      ),
    });
    expect(collapseAt("layer8a", rewired("layer8b.w", "b.w"))).toMatch(
      /^4×4 a and 8×8 b differ in w\..* coarse/,
    );
    expect(collapseAt("layer8a", rewired("layer8b.noise", "b.w"))).toMatch(/one noise for all layers/);
    const short = { ...layers, wires: layers.wires.filter(({ to }) => to[0] !== "layer64b") };
    expect(collapseAt("layer4a", short)).toBe(`This chain has 9 of the 10 layers of ${card.id}.`);
    expect(collapseAt("layer64b", short)).toMatch(/must follow a constant input/);
    const tapped = { ...layers, wires: [...layers.wires, wire("layer8a.features -> other.batch")] };
    expect(collapseAt("toRGB", tapped)).toMatch(/^Features of 8×8 a and 16×16 a go elsewhere/);
    const nodes = layers.nodes.map((each) => (each.id === "layer8a" ? { ...each, bypassed: true } : each));
    expect(collapseAt("toRGB", { ...layers, nodes })).toBe("8×8 a is bypassed.");
    expect(collapseAt("view", layers)).toBeNull();
  });
});
