import { describe, expect, it } from "vitest";
import { type GraphDocument, GraphError, parseGraph } from "../../engine/graph.ts";
import { anyOf, type Catalogue, defineNode, optional, port } from "../../engine/node.ts";
import { passagesOf } from "../../engine/passage.ts";
import { planGraph } from "../../engine/plan.ts";
import { tensor } from "../../engine/tensor.ts";
import { setUp } from "./setUp.ts";
import { noModels, toyCatalogue, toyGraph } from "./toys.ts";

const plain = { title: "Toy", doc: "A toy.", icon: "dice-1", params: {} };
const dot = {
  ...defineNode({
    ...plain,
    inputs: { value: anyOf(["latent", "number"]) },
    outputs: { value: anyOf(["latent", "number"], "", "value") },
    drawn: "dot",
  }),
  category: "toy",
};
const catalogue: Catalogue = { ...toyCatalogue(), dot };

const plan = (document: GraphDocument, observed: string, feeds = new Map()) =>
  planGraph({ document, catalogue, models: noModels, observed: [{ node: observed }], feeds });

function bypassed(document: GraphDocument, ...ids: string[]): GraphDocument {
  const nodes = document.nodes.map((node) => (ids.includes(node.id) ? { ...node, bypassed: true } : node));
  return { ...document, nodes };
}

const chain = toyGraph(
  {
    s: ["source", { seed: 3, count: 6 }],
    a: ["add", { amount: 1 }],
    b: ["add", { amount: 5 }],
    t: ["total"],
  },
  ["s.z -> a.a", "a.z -> b.a", "b.z -> t.a"],
);
const short = toyGraph({ s: ["source", { seed: 3, count: 6 }], a: ["add", { amount: 1 }], t: ["total"] }, [
  "s.z -> a.a",
  "a.z -> t.a",
]);

describe("passagesOf", () => {
  const node = (inputs: object, outputs: object) =>
    passagesOf({ ...plain, inputs, outputs } as unknown as Catalogue[string]);

  it("[R31] lets the input of the same name stand for an output, else the first whose types it may give", () => {
    const styles = { rows: port("style"), columns: port("style") };
    expect(node(styles, styles)).toEqual({ inputs: { rows: "rows", columns: "columns" } });
    expect(
      node({ n: port("noise"), c: port("features"), s: port("features") }, { f: port("features") }),
    ).toEqual({ inputs: { f: "c" } });
  });

  it("[R31] follows what an output says of its type", () => {
    const both = ["latent", "style"] as const;
    expect(node({ a: anyOf(both), b: anyOf(both) }, { path: anyOf(both, "", "b") })).toEqual({
      inputs: { path: "b" },
    });
    expect(node({ a: anyOf(both) }, { w: port("style") })).toEqual({ lacks: "w" });
  });

  it("[R31] names the output for which no input stands", () => {
    expect(node({ w: port("style") }, { image: port("image") })).toEqual({ lacks: "image" });
    expect(node({ image: port("image") }, {})).toEqual({ lacks: null });
  });
});

describe("a bypassed node", () => {
  it("[R31] [R5] leaves the keys of what follows as they are without it", () => {
    const through = plan(bypassed(chain, "b"), "t");
    expect(through.order.map(({ id }) => id)).toEqual(["s", "a", "t"]);
    expect(through.node("t").key).toBe(plan(short, "t").node("t").key);
    expect(
      plan(bypassed(chain, "a", "b"), "t")
        .node("t")
        .inputs.get("a"),
    ).toEqual(["s", "z"]);
  });

  it("[R31] gives what enters it, computed once and chunk by chunk", async () => {
    const { run, calls } = setUp({}, { dot });
    const value = async (graph: GraphDocument) => (await run(graph, ["t"])).made.get("t")?.outputs.value;
    const plainly = await value(short);
    calls();
    expect(await value(bypassed(chain, "b"))).toEqual(plainly);
    expect(calls()).toEqual([]);
    expect(await value(chain)).not.toEqual(plainly);
  });

  it("[R31] is not run where somebody asks for it", async () => {
    const { run, told } = setUp({}, { dot });
    const { states } = await run(bypassed(chain, "b"), ["b?", "t"]);
    expect([...states.keys()]).toEqual(["s", "a", "t"]);
    expect(told("b")).toEqual([]);
  });

  it("[R31] [R15] fails where nothing enters that it could hand on, and what follows waits for it", async () => {
    const { run } = setUp({}, { dot });
    const loose = toyGraph({ b: ["add"], t: ["total"] }, ["b.z -> t.a"]);
    const { states } = await run(bypassed(loose, "b"), ["t"]);
    expect(states.get("b")).toMatchObject({ state: "failed", reason: "a is not wired", port: "a" });
    expect(states.get("t")).toEqual({ state: "blocked", on: "b" });
  });

  it("[R31] may lack inputs that it would need to be computed", () => {
    const needy = {
      ...defineNode({
        ...plain,
        inputs: { a: optional("latent"), by: port("number") },
        outputs: { z: port("latent") },
        compute: () => ({
          z: { type: "latent", generator: null, tensor: tensor([1, 1], new Float32Array(1)) },
        }),
      }),
      category: "toy",
    };
    const document = bypassed(
      toyGraph({ s: ["source"], n: ["needy"], t: ["total"] }, ["s.z -> n.a", "n.z -> t.a"]),
      "n",
    );
    const made = planGraph({
      document,
      catalogue: { ...catalogue, needy },
      models: noModels,
      observed: [{ node: "t" }],
    });
    expect(made.order.map(({ id, fault }) => [id, fault])).toEqual([
      ["s", null],
      ["t", null],
    ]);
  });

  it("[R31] [R24] gives what is fed to it", () => {
    const value = { type: "latent", generator: null, tensor: tensor([1, 2], Float32Array.of(1, 2)) };
    const fed = plan(bypassed(chain, "b"), "t", new Map([["b.z", value]]));
    expect(fed.order.map(({ id }) => id)).toEqual(["b", "t"]);
  });

  it("[R31] on a cycle is named like any other", () => {
    const ring = toyGraph({ a: ["add"], b: ["add"] }, ["a.z -> b.a", "b.z -> a.a"]);
    expect(plan(bypassed(ring, "b"), "a").node("a").fault?.message).toMatch(/^cycle: /);
    expect(plan(bypassed(ring, "a", "b"), "a").order.every(({ fault }) => fault !== null)).toBe(true);
  });

  it("[R31] [R1] is refused in a document where nothing could stand for what it gives", () => {
    const document = bypassed(toyGraph({ s: ["source"] }), "s");
    expect(() => parseGraph(document, catalogue)).toThrow(GraphError);
    expect(() => parseGraph(document, catalogue)).toThrow(
      "nodes[0].bypassed: source can't be bypassed: nothing that enters could stand for z",
    );
    expect(parseGraph(bypassed(chain, "b"), catalogue).nodes[2]?.bypassed).toBe(true);
  });
});

describe("a dot", () => {
  it("[R31] hands on whatever enters, with its key", async () => {
    const dotted = toyGraph(
      {
        s: ["source", { seed: 3, count: 6 }],
        a: ["add", { amount: 1 }],
        d: ["dot"],
        e: ["dot"],
        t: ["total"],
      },
      ["s.z -> a.a", "a.z -> d.value", "d.value -> e.value", "e.value -> t.a"],
    );
    expect(plan(dotted, "t").node("t").key).toBe(plan(short, "t").node("t").key);
    const { engine, run } = setUp({}, { dot });
    await run(dotted, ["t"]);
    const look = await engine.inspect("e", "value", { sample: 0 });
    expect(look).toEqual(await engine.inspect("a", "z", { sample: 0 }));
    expect((look as { shape: unknown }).shape).toEqual([6, 2]);
  });

  it("[R31] [R4] hands a number on to a param", () => {
    const dotted = toyGraph({ n: ["number", { value: 2 }], d: ["dot"], s: ["source"] }, [
      "n.value -> d.value",
      "d.value -> s.count",
    ]);
    expect(plan(dotted, "s").node("s").wiredParams).toEqual(new Map([["count", ["n", "value"]]]));
  });
});
