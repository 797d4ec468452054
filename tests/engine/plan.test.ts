import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../engine/graph.ts";
import { param } from "../../engine/node.ts";
import { planGraph } from "../../engine/plan.ts";
import { tensor } from "../../engine/tensor.ts";
import type { Value } from "../../engine/values.ts";
import { noModels, toyCatalogue, toyGraph } from "./toys.ts";

const catalogue = toyCatalogue();
const plan = (document: GraphDocument, ...observed: string[]) =>
  planGraph({ document, catalogue, models: noModels, observed: observed.map((node) => ({ node })) });

const chain = toyGraph(
  { s: ["source", { seed: 3 }], a: ["add", { amount: 1 }], t: ["total"], u: ["source"] },
  ["s.z -> a.a", "a.z -> t.a"],
);
const keyOf = (document: GraphDocument, node: string) => plan(document, node).node(node).key;

describe("planGraph", () => {
  it("[R8] needs what the observed nodes need, sources first, and nothing else", () => {
    expect(plan(chain, "t").order.map(({ id }) => id)).toEqual(["s", "a", "t"]);
    expect(plan(chain, "u", "a").order.map(({ id }) => id)).toEqual(["u", "s", "a"]);
    expect(plan(chain, "gone").order).toEqual([]);
  });

  it("[R5] gives keys that layout, labels, ids, order and written-out defaults do not change", () => {
    const moved = toyGraph(
      { sum: ["total"], other: ["add", { amount: 1 }], src: ["source", { count: 1, seed: 3 }] },
      ["other.z -> sum.a", "src.z -> other.a"],
    );
    const laid = {
      ...moved,
      name: "Else",
      nodes: moved.nodes.map((node) => ({ ...node, at: [5, 5] as const, label: "L" })),
    };
    expect(keyOf(laid, "sum")).toBe(keyOf(chain, "t"));
  });

  it("[R5] gives keys that params, wires, ports, types and everything before do change", () => {
    const variants = [
      chain,
      toyGraph({ s: ["source", { seed: 4 }], a: ["add", { amount: 1 }], t: ["total"] }, [
        "s.z -> a.a",
        "a.z -> t.a",
      ]),
      toyGraph({ s: ["source", { seed: 3 }], a: ["add", { amount: 2 }], t: ["total"] }, [
        "s.z -> a.a",
        "a.z -> t.a",
      ]),
      toyGraph({ s: ["source", { seed: 3 }], a: ["add", { amount: 1 }], t: ["total"] }, [
        "s.z -> a.a",
        "s.z -> a.b",
        "a.z -> t.a",
      ]),
      toyGraph({ s: ["source", { seed: 3 }], a: ["add", { amount: 1 }], t: ["total"] }, [
        "s.z -> a.a",
        "a.z -> t.b",
      ]),
      toyGraph({ s: ["source", { seed: 3 }], a: ["reverse"], t: ["total"] }, ["s.z -> a.a", "a.z -> t.a"]),
    ];
    expect(new Set(variants.map((document) => keyOf(document, "t"))).size).toBe(variants.length);
  });

  it("[R5] puts the version of a type and the identity of its models into the key", () => {
    const generator = {
      ...catalogue.number,
      params: { ...catalogue.number?.params, model: param.model("generator", "m", "A model.") },
    };
    const document = toyGraph({ n: ["number"] });
    const keys = ([sha, version]: readonly [string | null, number?]) =>
      planGraph({
        document,
        catalogue: {
          number: { ...generator, ...(version ? { version } : {}) },
        } as unknown as typeof catalogue,
        models: { identity: (id) => (id === "m" ? sha : null) },
        observed: [{ node: "n" }],
      }).node("n").key;
    const found = ([[null], ["one"], ["two"], ["two", 2]] as const).map(keys);
    expect(new Set(found).size).toBe(4);
    expect(keys(["two", 1])).toBe(keys(["two"]));
  });

  it("[R15] knows beforehand what can't run: unknown types, missing inputs, wrong params, cycles", () => {
    const wrong = toyGraph(
      { x: ["nix"], t: ["total"], s: ["source", { count: 0 }], a: ["add"], b: ["add"] },
      ["a.z -> b.a", "b.z -> a.a"],
    );
    const planned = plan(wrong, "x", "t", "s", "b");
    const fault = (id: string) => planned.node(id).fault;
    expect(fault("x")?.message).toBe('the node type "nix" is not known here');
    expect(fault("t")).toMatchObject({ message: "a is not wired", port: "a", cure: "Wire latent into a." });
    expect(fault("s")?.message).toBe("count: expected an integer of at least 1, got 0");
    expect(fault("a")?.message).toMatch(/^cycle: (a -> b -> a|b -> a -> b)$/);
    expect(fault("b")).toBe(fault("a"));
  });

  it("[R4] takes a wired number for a numeric param, and lets it replace what is written", () => {
    const wired = (count: number) =>
      toyGraph({ n: ["number", { value: 5 }], s: ["source", { count }] }, ["n.value -> s.count"]);
    expect(plan(wired(1), "s").node("s").wiredParams).toEqual(new Map([["count", ["n", "value"]]]));
    expect(keyOf(wired(1), "s")).toBe(keyOf(wired(2), "s"));
    expect(plan(wired(0), "s").node("s").fault).toBeNull();
  });

  it("[R24] needs nothing before a fed node, and keys it by content", () => {
    const feed = (data: number[], generator: string | null = null): ReadonlyMap<string, Value> =>
      new Map([
        ["a.z", { type: "latent", generator, tensor: tensor([data.length / 2, 2], Float32Array.from(data)) }],
      ]);
    const fed = (feeds: ReadonlyMap<string, Value>) =>
      planGraph({ document: chain, catalogue, models: noModels, observed: [{ node: "t" }], feeds });
    expect(fed(feed([1, 2])).order.map(({ id }) => id)).toEqual(["a", "t"]);
    const keys = [feed([1, 2]), feed([1, 2]), feed([1, 3]), feed([1, 2, 3, 4]), feed([1, 2], "g")].map(
      (feeds) => fed(feeds).node("t").key,
    );
    expect(keys[0]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(4);
  });

  it("plans deep chains without running out of stack", () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `n${i}`);
    const deep = toyGraph(
      Object.fromEntries(ids.map((id, i) => [id, [i === 0 ? "source" : "add"]])),
      ids.slice(1).map((id, i) => `n${i}.z -> ${id}.a`),
    );
    expect(plan(deep, "n4999").order).toHaveLength(5000);
  });
});
