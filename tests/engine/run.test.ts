import { describe, expect, it } from "vitest";
import { type Catalogue, defineNode, Fault, optional, param, port } from "../../engine/node.ts";
import { type DeferredTensor, type HostTensor, tensor } from "../../engine/tensor.ts";
import type { Image, Latent, Value } from "../../engine/values.ts";
import { setUp } from "./setUp.ts";
import { fakeRuntime, toyCatalogue, toyGraph } from "./toys.ts";

const numbers = (value: Value | undefined): number[] =>
  value && "tensor" in value ? [...(value.tensor as HostTensor).data] : [];

const toy = (definition: unknown) => ({ ...(definition as Catalogue[string]), category: "toy" });
const plain = { title: "Toy", doc: "A toy.", icon: "dice-1" };

describe("what is computed", () => {
  const fork = toyGraph(
    { s: ["source", { count: 2 }], a: ["add", { amount: 1 }], b: ["add", { amount: 2 }] },
    ["s.z -> a.a", "s.z -> b.a"],
  );

  it("[R8] is what is observed, in the order of the observed, and what those need", async () => {
    const { run, calls } = setUp();
    await run(fork, ["b"]);
    expect(calls()).toEqual(["source 0 0-2", "add 2 0-2"]);
    await run(fork, ["b", "a"]);
    expect(calls()).toEqual(["add 1 0-2"]);
  });

  it("[R8] is only the first chunk where a preview of a long batch is all that is wanted", async () => {
    const { run, calls, told, previews } = setUp();
    const long = toyGraph({ s: ["source", { count: 1e9 }], a: ["add"] }, ["s.z -> a.a"]);
    const { states } = await run(long, ["a?"]);
    expect(calls()).toEqual(["source 0 0-4", "add 0 0-4"]);
    expect(states.get("a")).toMatchObject({ state: "done", shape: [1e9, 2] });
    expect(told("s").at(-1)).toMatchObject({ state: "done", shape: [1e9, 2] });
    expect(previews("a")).toMatchObject([{ kind: "bars", rows: 4, columns: 2 }]);
  });

  it("[R8] is only the first sample where a person paints on what the node gives", async () => {
    const canvas = toy(
      defineNode({
        ...plain,
        inputs: { a: port("latent") },
        params: {},
        outputs: { image: port("image"), features: port("features") },
        picture: "image",
        map({ a }) {
          const n = a.tensor.shape[0] ?? 0;
          const maps = tensor([n, 2, 3, 5], new Float32Array(n * 30));
          return {
            image: { type: "image", tensor: tensor([n, 3, 1, 1], new Float32Array(n * 3)) },
            features: { type: "features", generator: null, layer: null, tensor: maps },
          };
        },
      }),
    );
    const { run, calls, previews, told } = setUp({}, { canvas });
    const graph = toyGraph({ s: ["source", { count: 3 }], c: ["canvas"] }, ["s.z -> c.a"]);
    await run(graph, ["c?"]);
    expect(calls()).toEqual(["source 0 0-1"]);
    const grid = { rows: 3, columns: 5 };
    expect(previews("c")).toMatchObject([{ kind: "pixels", width: 1, total: 3, grid }]);
    expect(told("c").at(-1)).toMatchObject({ state: "done", shape: [3, 3, 1, 1] });
    const { made } = await run(graph, ["c"]);
    expect(made.get("c")?.outputs.image).toMatchObject({ tensor: { shape: [3, 3, 1, 1] } });
  });

  it("[R8] shows the first sample of the input that a node declares as its picture, else what it gives", async () => {
    const grey = (level: number): Image => ({
      type: "image",
      tensor: tensor(
        [2, 3, 1, 1],
        Float32Array.from({ length: 6 }, (_, i) => (i < 3 ? level : 0)),
      ),
    });
    const more = {
      lamp: toy(
        defineNode({
          ...plain,
          inputs: {},
          params: { level: param.real(1, "Level.") },
          outputs: { image: port("image") },
          compute: (_, { level }) => ({ image: grey(level) }),
        }),
      ),
      brush: toy(
        defineNode({
          ...plain,
          inputs: { on: optional("image") },
          params: {},
          outputs: { mask: port("mask") },
          picture: "on",
          compute: () => ({ mask: { type: "mask", tensor: tensor([1, 1, 2], Float32Array.of(0, 1)) } }),
        }),
      ),
    };
    const { run, previews } = setUp({}, more);
    await run(toyGraph({ b: ["brush"] }, []), ["b?"]);
    await run(toyGraph({ l: ["lamp"], b: ["brush"] }, ["l.image -> b.on"]), ["b?"]);
    await run(toyGraph({ l: ["lamp", { level: -1 }], b: ["brush"] }, ["l.image -> b.on"]), ["b?"]);
    const shown = previews("b").map((preview) =>
      preview.kind === "pixels"
        ? preview.samples.map((pixels) => [...pixels].filter((_, i) => i % 4 === 0))
        : [],
    );
    expect(shown).toEqual([[[0, 255]], [[255]], [[0]]]);
  });

  it("[R5] is computed once for two nodes with equal keys", async () => {
    const { run, calls, told } = setUp();
    const twins = toyGraph({ s: ["source"], s2: ["source", { seed: 0 }], a: ["add"], a2: ["add"] }, [
      "s.z -> a.a",
      "s2.z -> a2.a",
    ]);
    const { made } = await run(twins, ["a", "a2"]);
    expect(calls()).toEqual(["source 0 0-1", "add 0 0-1"]);
    expect(told("a2").at(-1)).toMatchObject({ state: "cached" });
    expect(made.get("a2")?.outputs.z).toBe(made.get("a")?.outputs.z);
  });

  it("[R5] is computed once, and done, where a node leaves out the output that it would show", async () => {
    let times = 0;
    const either = toy(
      defineNode({
        ...plain,
        inputs: { a: port("latent") },
        params: {},
        outputs: { z: port("latent"), image: port("image") },
        compute({ a }) {
          times++;
          return { z: a } as unknown as { z: Latent; image: Image };
        },
      }),
    );
    const { run } = setUp({}, { either });
    const graph = toyGraph({ s: ["source"], e: ["either"], a: ["add"], b: ["add", { amount: 1 }] }, [
      "s.z -> e.a",
      "e.z -> a.a",
      "e.z -> b.a",
    ]);
    const { states } = await run(graph, ["e?", "a", "b"]);
    expect(times).toBe(1);
    expect(states.get("e")?.state).toBe("done");
  });

  it("[R5] is not computed again after undo", async () => {
    const { run, calls } = setUp();
    const of = (seed: number) => toyGraph({ s: ["source", { seed }] });
    await run(of(1), ["s"]);
    await run(of(2), ["s"]);
    calls();
    await run(of(1), ["s"]);
    expect(calls()).toEqual([]);
  });

  it("[R4] takes numbers from wires, and fails at the param that they do not fit", async () => {
    const { run } = setUp();
    const wired = (value: number) =>
      toyGraph({ n: ["number", { value }], s: ["source"] }, ["n.value -> s.count"]);
    expect(numbers((await run(wired(2), ["s"])).made.get("s")?.outputs.z)).toEqual([0, 0, 1, -1]);
    const { states } = await run(wired(0.5), ["s"]);
    expect(states.get("s")).toEqual({
      state: "failed",
      reason: "count: expected an integer of at least 1, got 0.5 from n",
      port: "count",
      cure: null,
    });
  });

  it("[R25] is outputs and view of a node that has both, under one key, the view as its preview", async () => {
    const both = toy(
      defineNode({
        ...plain,
        inputs: { a: port("latent") },
        params: {},
        outputs: { z: port("latent") },
        compute: ({ a }) => ({ z: a }),
        show: () => ({ kind: "table", table: { type: "table", columns: ["x"], rows: [[1]] } }),
      }),
    );
    const { run, calls, previews } = setUp({}, { both });
    const graph = toyGraph({ s: ["source"], v: ["both"], l: ["look"] }, ["s.z -> v.a", "v.z -> l.a"]);
    const { made } = await run(graph, ["v?", "l"]);
    expect(previews("v")).toMatchObject([{ kind: "table", rows: [[1]] }]);
    expect(made.get("l")?.view).toMatchObject({ kind: "table" });
    expect(calls()).toEqual(["source 0 0-1", "look"]);
    const whole = await run(graph, ["v"]);
    expect(whole.made.get("v")).toMatchObject({
      outputs: { z: { type: "latent" } },
      view: { kind: "table" },
    });
    expect(whole.states.get("v")?.state).toBe("cached");
  });

  it("[R24] does not run fed nodes nor what is before them", async () => {
    const { run, calls } = setUp();
    const chain = toyGraph({ s: ["source"], a: ["add", { amount: 1 }], t: ["total"] }, [
      "s.z -> a.a",
      "a.z -> t.a",
    ]);
    const fed: Value = {
      type: "latent",
      generator: null,
      tensor: tensor([9, 2], new Float32Array(18).fill(2)),
    };
    const { made } = await run(chain, ["t"], { feeds: new Map([["a.z", fed]]) });
    expect(made.get("t")?.outputs.value).toEqual({ type: "number", value: 36 });
    expect(calls()).toEqual(["total 0-4", "total 4-8", "total 8-9"]);
  });

  it("[R11] leaves heavy nodes to Run, and what they need as well", async () => {
    const { run, calls, told } = setUp();
    const heavy = toyGraph({ n: ["number", { value: 4 }], h: ["slow"], c: ["climb"] }, [
      "n.value -> h.a",
      "h.value -> c.by",
    ]);
    const { states } = await run(heavy, ["c"]);
    expect([states.get("h"), states.get("c")]).toEqual([{ state: "waits" }, { state: "blocked", on: "h" }]);
    expect(calls()).toEqual([]);
    expect(told("n")).toEqual([]);
    await run(heavy, ["c"], { heavy: true });
    expect(calls()[1]).toBe("slow 4");
    const after = await run(heavy, ["c"]);
    expect(after.states.get("c")).toMatchObject({ state: "cached" });
  });
});

describe("chunks", () => {
  it("[R12] hand ranges on through map nodes and join what is asked for whole", async () => {
    const { run, calls } = setUp();
    const chain = toyGraph({ s: ["source", { count: 6 }], a: ["add", { amount: 1 }] }, ["s.z -> a.a"]);
    const { made } = await run(chain, ["a"]);
    expect(calls()).toEqual(["source 0 0-4", "add 1 0-4", "source 0 4-6", "add 1 4-6"]);
    expect(numbers(made.get("a")?.outputs.z)).toEqual([1, 1, 2, 0, 3, -1, 4, -2, 5, -3, 6, -4]);
  });

  it("[R12] let a batch of one go with any number", async () => {
    const { run } = setUp();
    const mixed = toyGraph({ s: ["source", { count: 6 }], one: ["source", { seed: 10 }], a: ["add"] }, [
      "s.z -> a.a",
      "one.z -> a.b",
    ]);
    expect(numbers((await run(mixed, ["a"])).made.get("a")?.outputs.z).slice(-2)).toEqual([15, 5]);
  });

  it("[R12] refuse batches that differ", async () => {
    const { run } = setUp();
    const mixed = toyGraph({ s: ["source", { count: 6 }], two: ["source", { count: 2 }], a: ["add"] }, [
      "s.z -> a.a",
      "two.z -> a.b",
    ]);
    expect((await run(mixed, ["a"])).states.get("a")).toMatchObject({
      state: "failed",
      reason: "a and b differ in samples: 6 and 2",
      port: "b",
    });
  });

  it("[R12] refuse a whole that would not fit into memory, before taking any", async () => {
    const { run, calls } = setUp();
    const huge = toyGraph({ s: ["source", { count: 1e9 }], r: ["reverse"] }, ["s.z -> r.a"]);
    const { states } = await run(huge, ["r"]);
    expect(states.get("s")).toEqual({
      state: "failed",
      reason: "1,000,000,000 samples of z need 7.45 GB, more than the 2 GB that one value may take",
      port: null,
      cure: "Lower the count.",
    });
    expect(states.get("r")).toEqual({ state: "blocked", on: "s" });
    expect(calls()).toEqual(["source 0 0-4"]);
  });

  it("[R12] are halved where memory does not suffice, as often as it takes", async () => {
    const source = toyCatalogue().source as Catalogue[string];
    const sizes: number[] = [];
    const greedy = toy({
      ...source,
      map(inputs: never, params: never, context: { range: { from: number; to: number } }) {
        const size = context.range.to - context.range.from;
        sizes.push(size);
        if (size > 2) throw new RangeError("Array buffer allocation failed");
        return source.map?.(inputs, params, context as never);
      },
    });
    const { run, told } = setUp({ chunk: 8 }, { greedy });
    const of = (type: string) => toyGraph({ g: [type, { count: 11 }] });
    const { made } = await run(of("greedy"), ["g"]);
    expect(sizes).toEqual([8, 4, 2, 2, 2, 2, 2, 1]);
    expect(numbers(made.get("g")?.outputs.z)).toEqual(
      numbers((await run(of("source"), ["g"])).made.get("g")?.outputs.z),
    );
    expect(told("g").filter(({ state }) => state === "failed")).toEqual([]);
    const whole = await run(toyGraph({ g: ["greedy", { count: 5 }] }), ["g"]);
    expect(whole.states.get("g")).toMatchObject({ state: "done", shape: [5, 2] });
  });

  it("[R12] must have the samples that were asked for", async () => {
    const wrong = toy(
      defineNode({
        ...plain,
        inputs: {},
        params: {},
        outputs: { z: port("latent") },
        samples: () => 3,
        map: () => ({ z: { type: "latent", generator: null, tensor: tensor([1, 1], new Float32Array(1)) } }),
      }),
    );
    const { run } = setUp({}, { wrong });
    expect((await run(toyGraph({ w: ["wrong"] }), ["w"])).states.get("w")).toMatchObject({
      reason: "z has 1 samples where 3 were asked for",
    });
  });

  it("[R13] are folded one after the other, and never held all at once", async () => {
    const { engine, run, calls } = setUp({ budget: 20_000 });
    const chain = toyGraph({ s: ["source", { count: 4000 }], a: ["add"], t: ["total"] }, [
      "s.z -> a.a",
      "a.z -> t.a",
    ]);
    const { made } = await run(chain, ["t"]);
    expect(made.get("t")?.outputs.value).toEqual({ type: "number", value: 0 });
    expect(calls()).toHaveLength(3000);
    expect(engine.bytes).toBeLessThanOrEqual(20_000);
  });

  it("[R13] are not folded again after a cancel: the next job goes on", async () => {
    const { engine, run, calls } = setUp({ budget: 5000 });
    const chain = toyGraph({ s: ["source", { count: 20_000 }], t: ["total"] }, ["s.z -> t.a"]);
    let folds = 0;
    const folded = () => {
      folds += calls().filter((line) => line.startsWith("total")).length;
      return folds;
    };
    const first = run(chain, ["t"]);
    while (folded() < 100) await new Promise((resolve) => setImmediate(resolve));
    engine.cancel();
    expect((await first).states.get("t")?.state).toBe("stopped");
    const { made } = await run(chain, ["t"]);
    expect(folded()).toBe(5000);
    expect(made.get("t")?.outputs.value).toEqual({ type: "number", value: 0 });
  });
});

describe("values on the way", () => {
  it("[R13] are left out while the samples so far do not suffice for one, and the last one fails where they never do", async () => {
    const late = (limit: number) =>
      toy(
        defineNode({
          ...plain,
          inputs: { a: port("latent") },
          params: {},
          outputs: { value: port("number") },
          reduce: {
            init: () => 0,
            async fold(sum: number, { a }) {
              await new Promise((resolve) => setTimeout(resolve, 90));
              return sum + (a.tensor.shape[0] ?? 0);
            },
            merge: (a: number, b: number) => a + b,
            finish(sum: number) {
              if (sum < limit) throw new Fault(`only ${sum} samples`);
              return { value: { type: "number" as const, value: sum } };
            },
          },
        }),
      );
    const { run, previews } = setUp({}, { late: late(20), never: late(99) });
    const of = (type: string) => toyGraph({ s: ["source", { count: 32 }], l: [type] }, ["s.z -> l.a"]);
    expect((await run(of("late"), ["l?"], { partial: true })).states.get("l")).toMatchObject({
      state: "done",
    });
    const shown = previews("l").map((preview) => (preview.kind === "number" ? preview.value : null));
    expect(shown.at(-1)).toBe(32);
    expect(Math.min(...shown.map(Number))).toBeGreaterThanOrEqual(20);
    const { states } = await run(of("never"), ["l?"], { partial: true });
    expect(states.get("l")).toMatchObject({ state: "failed", reason: "only 32 samples" });
  });

  const ladder = toyGraph({ c: ["climb", { steps: 3 }], h: ["climb", { steps: 2 }] }, ["c.value -> h.by"]);

  it("[R14] re-emit downstream, one after the other, and end with the final one", async () => {
    const { run, previews } = setUp();
    await run(ladder, ["c?", "h?"], { partial: true });
    expect(previews("c")).toEqual([1, 2, 3].map((value) => ({ kind: "number", value })));
    expect(previews("h").at(-1)).toEqual({ kind: "number", value: 6 });
    expect(previews("h").slice(0, 2)).toEqual([2, 4].map((value) => ({ kind: "number", value })));
  });

  it("[R14] are skipped where nobody wants them, and leave nothing behind where somebody does", async () => {
    const { run, previews } = setUp();
    await run(ladder, ["h?"]);
    expect(previews("h")).toEqual([{ kind: "number", value: 6 }]);
    const other = setUp();
    await other.run(ladder, ["h?"], { partial: true });
    const fresh = setUp();
    await fresh.run(ladder, ["h?"]);
    expect(other.engine.bytes).toBe(fresh.engine.bytes);
  });

  it("[R14] go on from where a newer job that still needs them found them", async () => {
    const { run, calls } = setUp();
    const slow = (extra: Record<string, readonly [string]> = {}) =>
      toyGraph({ c: ["climb", { steps: 60 }], h: ["climb"], ...extra }, ["c.value -> h.by"]);
    const first = run(slow(), ["h?"], { partial: true });
    for (let i = 0; i < 400; i++) await null;
    const second = run(slow({ n: ["number"] }), ["h?", "n?"], { partial: true });
    expect((await first).state).toBe("cancelled");
    expect((await second).state).toBe("finished");
    const climbs = calls().filter((line) => /^climb \d+$/.test(line));
    expect(climbs.filter((line) => line === "climb 30")).toHaveLength(1);
    expect(climbs.filter((line) => line === "climb 60")).toHaveLength(1);
  });

  it("[R14] stop being computed when no node wants them any more", async () => {
    let closed = 0;
    const endless = toy(
      defineNode({
        ...plain,
        inputs: {},
        params: {},
        outputs: { value: port("number") },
        compute: async function* () {
          try {
            for (let value = 0; ; value++) {
              yield { value: { type: "number" as const, value } };
              await new Promise((resolve) => setTimeout(resolve, 1));
            }
          } finally {
            closed++;
          }
        },
      }),
    );
    const { run, previews } = setUp({}, { endless });
    const first = run(toyGraph({ e: ["endless"] }), ["e?"], { partial: true });
    while (previews("e").length < 5) await new Promise((resolve) => setTimeout(resolve, 1));
    await run(toyGraph({ n: ["number"] }), ["n?"], { partial: true });
    expect((await first).state).toBe("cancelled");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(closed).toBe(1);
  });

  it("[R13] of a fold come now and then, and do not disturb it", async () => {
    const { run, previews } = setUp();
    const slow = toy({
      ...toyCatalogue().total,
      reduce: {
        ...toyCatalogue().total?.reduce,
        fold: async (sum: number) => {
          await new Promise((resolve) => setTimeout(resolve, 60));
          return sum + 1;
        },
      },
    });
    const other = setUp({}, { slow });
    await other.run(toyGraph({ s: ["source", { count: 48 }], t: ["slow"] }, ["s.z -> t.a"]), ["t?"], {
      partial: true,
    });
    const shown = other
      .previews("t")
      .map((preview) => (preview.kind === "number" ? preview.value : Number.NaN));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.at(-1)).toBe(12);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    await run(toyGraph({ s: ["source", { count: 48 }], t: ["total"] }, ["s.z -> t.a"]), ["t?"], {
      partial: true,
    });
    expect(previews("t")).toEqual([{ kind: "number", value: 0 }]);
  });
});

describe("errors", () => {
  const bad = (compute: () => never) =>
    toy(defineNode({ ...plain, inputs: {}, params: {}, outputs: { value: port("number") }, compute }));

  it("[R15] sit on their node; what needs it waits, the rest runs", async () => {
    const { run, told } = setUp();
    const graph = toyGraph(
      {
        s: ["source"],
        f: ["fragile", { limit: 5 }],
        a: ["add"],
        b: ["add"],
        ok: ["add", { amount: 7 }],
        t: ["total"],
      },
      ["s.z -> f.a", "f.z -> a.a", "a.z -> b.a", "s.z -> ok.a", "ok.z -> t.a"],
    );
    const { states } = await run(graph, ["b?", "t?"]);
    expect(told("f").at(-1)).toEqual({
      state: "failed",
      reason: "a number is below 5",
      port: "a",
      cure: "Raise it.",
    });
    expect(states.get("a")).toEqual({ state: "blocked", on: "f" });
    expect(states.get("b")).toEqual({ state: "blocked", on: "f" });
    expect(states.get("t")?.state).toBe("done");
  });

  it("[R15] that are no Fault are given as one line without a stack trace; memory is named", async () => {
    const nodes = {
      lines: bad(() => {
        throw new TypeError("x is undefined\n    at secret.js:1:2");
      }),
      memory: bad(() => {
        throw new RangeError("Array buffer allocation failed");
      }),
      text: bad(() => {
        throw "just a text";
      }),
      aborts: bad(() => {
        throw new DOMException("The operation was aborted", "AbortError");
      }),
    };
    const { run } = setUp({}, nodes);
    const { states } = await run(toyGraph({ a: ["lines"], b: ["memory"], c: ["text"], d: ["aborts"] }), [
      "a",
      "b",
      "c",
      "d",
    ]);
    expect([...states.values()].map((state) => state.state === "failed" && state.reason)).toEqual([
      "x is undefined",
      "there is not enough memory for this",
      "just a text",
      "The operation was aborted",
    ]);
    expect(states.get("b")).toMatchObject({ cure: expect.stringContaining("Lower the count") });
  });

  it("[R15] are tried once in a job, and again in the next", async () => {
    const { run, calls } = setUp();
    const graph = toyGraph(
      { s: ["source", { count: 9 }], f: ["fragile", { limit: 5 }], a: ["add"], b: ["add"], c: ["climb"] },
      ["s.z -> f.a", "f.z -> a.a", "f.z -> b.a"],
    );
    await run(graph, ["a?", "b", "c?"], { partial: true });
    expect(calls().filter((line) => line === "fragile 5")).toHaveLength(1);
    await run(graph, ["b"]);
    expect(calls()).toContain("fragile 5");
  });

  it("[R15] in a stream do not bring it back in the same job", async () => {
    let started = 0;
    const breaks = toy(
      defineNode({
        ...plain,
        inputs: {},
        params: {},
        outputs: { value: port("number") },
        compute: async function* () {
          started++;
          yield { value: { type: "number" as const, value: 1 } };
          throw new Error("it broke");
        },
      }),
    );
    const { run } = setUp({}, { breaks });
    const { states, state } = await run(
      toyGraph({ b: ["breaks"], c: ["climb"] }, ["b.value -> c.by"]),
      ["c?"],
      { partial: true },
    );
    expect([state, started]).toEqual(["finished", 1]);
    expect(states.get("b")).toMatchObject({ state: "failed", reason: "it broke" });
    expect(states.get("c")).toEqual({ state: "blocked", on: "b" });
  });

  it("[R2] come of unknown types, [R15] of missing inputs, of cycles and of values of another type", async () => {
    const { run } = setUp();
    const graph = toyGraph(
      { x: ["nix"], t: ["total"], a: ["add"], b: ["add"], n: ["number"], u: ["total"] },
      ["a.z -> b.a", "b.z -> a.a", "n.value -> u.a", "x.q -> t.a"],
    );
    const { states } = await run(graph, ["t", "b", "u"]);
    expect(states.get("x")).toMatchObject({ reason: 'the node type "nix" is not known here' });
    expect(states.get("t")).toEqual({ state: "blocked", on: "x" });
    expect(states.get("b")).toMatchObject({ reason: expect.stringMatching(/^cycle: /) });
    expect(states.get("u")).toMatchObject({ reason: "a takes latent, got number from n", port: "a" });
  });

  it("[R15] never come of ids that objects have by themselves, nor of observed nodes that are gone", async () => {
    const { run } = setUp();
    const graph = toyGraph({ constructor: ["number"] as const, toString: ["climb"] as const }, [
      "constructor.value -> toString.by",
    ]);
    const { states } = await run(graph, ["toString", "gone"]);
    expect(states.get("toString")?.state).toBe("done");
  });

  it("[R15] never come of the depth of a graph", async () => {
    const ids = Array.from({ length: 1500 }, (_, i) => `n${i}`);
    const deep = toyGraph(
      Object.fromEntries(
        ids.map((id, i) => [id, i === 0 ? (["source", { count: 5 }] as const) : (["add"] as const)]),
      ),
      ids.slice(1).map((id, i) => `n${i}.z -> ${id}.a`),
    );
    const { run } = setUp();
    expect((await run(deep, ["n1499"])).states.get("n1499")?.state).toBe("done");
  });
});

describe("jobs", () => {
  const long = toyGraph({ s: ["source", { count: 20000 }], r: ["reverse"] }, ["s.z -> r.a"]);

  it("[R16] give way to the newest, and what they finished stays", async () => {
    const { run, calls, events } = setUp();
    const jobs = [1, 2, 3].map((seed) =>
      run(toyGraph({ s: ["source", { seed, count: 400 }], r: ["reverse"] }, ["s.z -> r.a"]), ["r"]),
    );
    const results = await Promise.all(jobs);
    expect(results.map(({ state }) => state)).toEqual(["cancelled", "cancelled", "finished"]);
    expect(calls().every((line) => !line.startsWith("source 2"))).toBe(true);
    const last = events.findLastIndex((event) => event.kind === "job" && event.job === 2);
    expect(events.slice(last + 1).every((event) => !("job" in event) || event.job === 3)).toBe(true);
  });

  it("[R16] stop between chunks when they are cancelled, and say how far they came", async () => {
    const { engine, run, calls, told } = setUp();
    const running = run(long, ["r"]);
    while (told("s").length < 3) await new Promise((resolve) => setImmediate(resolve));
    engine.cancel();
    const { state, states } = await running;
    expect(state).toBe("cancelled");
    expect(states.get("s")).toMatchObject({ state: "stopped", of: 20000 });
    expect(states.get("r")).toEqual({ state: "stopped", done: 0, of: 0 });
    const before = calls().length;
    await run(long, ["r"]);
    expect(calls().length).toBe(5000 - before + 1);
  });

  it("[R16] that are older are not cancelled by a late cancel", async () => {
    const { engine, run, job } = setUp();
    const first = job(long, ["s?"]);
    await engine.run(first);
    const second = run(long, ["s"]);
    engine.cancel(first.id);
    expect((await second).state).toBe("finished");
  });

  it("[R10] send a preview again only when it changed, was out of sight, or all are asked for", async () => {
    const { run, previews } = setUp();
    const graph = toyGraph({ n: ["number", { value: 1 }], m: ["number", { value: 2 }] });
    await run(graph, ["n?", "m?"]);
    await run(graph, ["n?", "m?"]);
    expect(previews("n")).toHaveLength(1);
    await run(graph, ["m?"]);
    await run(graph, ["n?", "m?"]);
    expect([previews("n").length, previews("m").length]).toEqual([2, 1]);
    await run(graph, ["m?"], { resend: true });
    expect(previews("m")).toHaveLength(2);
  });

  it("[R10] call cached what nobody asked for, since the store had the chunks that follow from it", async () => {
    const { run, calls } = setUp();
    const chain = (amount: number) =>
      toyGraph(
        { s: ["source", { count: 6 }], a: ["add", { amount: 1 }], b: ["add", { amount }], t: ["total"] },
        ["s.z -> a.a", "a.z -> b.a", "b.z -> t.a"],
      );
    await run(chain(1), ["t"]);
    const before = calls().length;
    const { states } = await run(chain(2), ["t"]);
    expect([...states].map(([id, { state }]) => `${id} ${state}`)).toEqual([
      "s cached",
      "a cached",
      "b done",
      "t done",
    ]);
    expect(
      calls()
        .slice(before)
        .some((call) => call.startsWith("source")),
    ).toBe(false);
  });

  it("[R10] tell queued, running, done with milliseconds and shape, then cached", async () => {
    const { run, told, events } = setUp();
    await run(toyGraph({ s: ["source"] }), ["s?"]);
    expect(told("s")).toEqual([
      { state: "queued" },
      { state: "running", done: 0, of: 1 },
      { state: "done", ms: expect.any(Number), shape: [1, 2], bytes: 8 },
    ]);
    expect(events[0]).toEqual({ kind: "job", job: 1, state: "started", ms: 0 });
    expect(events.at(-1)).toEqual({ kind: "job", job: 1, state: "finished", ms: expect.any(Number) });
    await run(toyGraph({ s: ["source"] }), ["s?"]);
    expect(told("s").at(-1)).toMatchObject({ state: "cached", shape: [1, 2] });
  });

  it("[R20] run again under their id on another runtime, without what the old one held", async () => {
    const { engine, run, calls, events } = setUp();
    const { job } = await run(toyGraph({ n: ["number"] }), ["n?"]);
    const other = fakeRuntime();
    await engine.restart(async () => other);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events.filter((event) => event.kind === "job" && event.state === "finished")).toHaveLength(2);
    expect(events.every((event) => !("job" in event) || event.job === job)).toBe(true);
    expect(calls()).toEqual(["number 0"]);
  });

  it("[R20] in progress go on by themselves after a restart", async () => {
    const { engine, run } = setUp();
    const running = run(long, ["r"]);
    for (let i = 0; i < 50; i++) await null;
    await engine.restart(async () => fakeRuntime());
    const { state, made } = await running;
    expect(state).toBe("finished");
    expect(numbers(made.get("r")?.outputs.z).slice(0, 2)).toEqual([-19999, 19999]);
  });
});

describe("deferred tensors", () => {
  /** Layers that defer: each knows how often it was computed. */
  function deferring() {
    const forced: number[] = [];
    /** How many had been computed when each layer was called. */
    const before: number[] = [];
    const layer = toy(
      defineNode({
        ...plain,
        inputs: { a: port("latent") },
        params: { level: param.integer(0, "Level.") },
        outputs: { z: port("latent") },
        map({ a }, { level }) {
          before.push(forced.length);
          let result: Promise<HostTensor> | null = null;
          const compute = async () => {
            if (a.tensor.place === "deferred") await a.tensor.force();
            forced.push(level);
            return tensor(
              a.tensor.shape,
              new Float32Array(a.tensor.shape.reduce((n, k) => n * k, 1)).fill(level),
            );
          };
          const held: DeferredTensor = {
            place: "deferred",
            shape: a.tensor.shape,
            force() {
              result ??= compute();
              return result;
            },
          };
          return { z: { ...a, tensor: held } };
        },
      }),
    );
    return { forced, before, layer };
  }

  const layers = (last: number, middle = 2) =>
    toyGraph(
      {
        s: ["source"],
        l1: ["layer", { level: 1 }],
        l2: ["layer", { level: middle }],
        l3: ["layer", { level: last }],
      },
      ["s.z -> l1.a", "l1.z -> l2.a", "l2.z -> l3.a"],
    );

  it("[R18] stay deferred where nobody looks and one wire goes on", async () => {
    const { before, forced, layer } = deferring();
    const { run } = setUp({}, { layer });
    await run(layers(3), ["l3"]);
    expect(before).toEqual([0, 0, 0]);
    expect(forced).toEqual([1, 2, 3]);
  });

  it("[R18] are computed where they are observed, and where several go on from them", async () => {
    const { before, forced, layer } = deferring();
    const { run } = setUp({}, { layer });
    await run(layers(3), ["l3", "l1"]);
    expect(before).toEqual([0, 1, 1]);
    const fork = toyGraph(
      { s: ["source"], l1: ["layer", { level: 11 }], a: ["add"], b: ["add", { amount: 1 }] },
      ["s.z -> l1.a", "l1.z -> a.a", "l1.z -> b.a"],
    );
    await run(fork, ["a"]);
    expect(forced.at(-1)).toBe(11);
  });

  it("[R18] are not computed for an output that nobody asks for", async () => {
    const { layer } = deferring();
    const asked: string[] = [];
    const waiting = (type: "latent" | "image", port: string) => ({
      type,
      generator: null,
      tensor: {
        place: "deferred" as const,
        shape: [1, 3, 1, 1],
        force: async () => {
          asked.push(port);
          return tensor([1, 3, 1, 1], new Float32Array(3));
        },
      },
    });
    const both = toy(
      defineNode({
        ...plain,
        inputs: { a: port("latent") },
        params: {},
        outputs: { z: port("latent"), image: port("image") },
        compute: () => ({ z: waiting("latent", "z") as Latent, image: waiting("image", "image") as Image }),
      }),
    );
    const { run } = setUp({}, { layer, both });
    const graph = toyGraph({ s: ["source"], b: ["both"] }, ["s.z -> b.a"]);
    await run(graph, ["b"]);
    await run(graph, ["b?"]);
    expect(asked.filter((port) => port === "z")).toEqual([]);
  });

  it("[R18] are computed once something behind them changes, so that the next time only that runs", async () => {
    const { forced, layer } = deferring();
    const { run } = setUp({}, { layer });
    await run(layers(3), ["l3"]);
    forced.length = 0;
    await run(layers(4), ["l3"]);
    await run(layers(5), ["l3"]);
    expect(forced).toEqual([4, 5]);
  });

  it("[R12] are halved where memory does not suffice when they are computed", async () => {
    const sizes: number[] = [];
    const late = toy({
      ...toyCatalogue().add,
      map({ a }: { a: { tensor: HostTensor } }) {
        const { shape } = a.tensor;
        let result: Promise<HostTensor> | null = null;
        const compute = async () => {
          sizes.push(shape[0] ?? 0);
          if ((shape[0] ?? 0) > 2) throw new Error("std::bad_alloc");
          return a.tensor;
        };
        const force = () => {
          result ??= compute();
          return result;
        };
        return { z: { ...a, tensor: { place: "deferred", shape, force } } };
      },
    });
    const { run } = setUp({}, { late });
    const graph = toyGraph({ s: ["source", { count: 6 }], l: ["late"], r: ["reverse"] }, [
      "s.z -> l.a",
      "l.z -> r.a",
    ]);
    const { made } = await run(graph, ["r"]);
    expect(numbers(made.get("r")?.outputs.z)).toEqual([-5, 5, -4, 4, -3, 3, -2, 2, -1, 1, 0, 0]);
    expect(sizes).toEqual([4, 2, 2, 2]);
  });

  it("[R18] of a long batch are computed for the outputs that are asked for, others when they are", async () => {
    const read: string[] = [];
    const twice = toy({
      ...toyCatalogue().add,
      outputs: { z: port("latent"), other: port("latent") },
      map({ a }: { a: { tensor: HostTensor } }) {
        const output = (name: string) => {
          let result: Promise<HostTensor> | null = null;
          const compute = async () => {
            read.push(name);
            return a.tensor;
          };
          const force = () => {
            result ??= compute();
            return result;
          };
          return { ...a, tensor: { place: "deferred", shape: a.tensor.shape, force } };
        };
        return { z: output("z"), other: output("other") };
      },
    });
    const { run } = setUp({}, { twice });
    const graph = (from: string) =>
      toyGraph({ s: ["source", { count: 6 }], l: ["twice"], r: ["reverse"] }, [
        "s.z -> l.a",
        `l.${from} -> r.a`,
      ]);
    const first = await run(graph("z"), ["r"]);
    expect(read.splice(0)).toEqual(["z", "z"]);
    const second = await run(graph("other"), ["r"]);
    expect(read.splice(0)).toEqual(["other", "other"]);
    expect(numbers(second.made.get("r")?.outputs.z)).toEqual(numbers(first.made.get("r")?.outputs.z));
    await run(graph("other"), ["l"]);
    expect(new Set(read)).toEqual(new Set(["z", "other"]));
  });

  it("[R9] are released when they are evicted", async () => {
    const { layer } = deferring();
    const runtime = fakeRuntime();
    const { run, engine } = setUp({ runtime, budget: 1 }, { layer });
    await run(layers(3), ["l3?"]);
    await run(toyGraph({}), []);
    expect(engine.bytes).toBe(0);
    expect(new Set(runtime.released).size).toBe(3);
    expect(runtime.released).toHaveLength(3);
  });
});

describe("inspect", () => {
  it("looks at a sample of a long batch by computing only its chunk", async () => {
    const { engine, run, calls } = setUp();
    await run(toyGraph({ s: ["source", { count: 1000 }] }), ["s?"]);
    calls();
    const found = await engine.inspect("s", "z", { sample: 501 });
    expect(calls()).toEqual(["source 0 500-504"]);
    expect(found).toMatchObject({
      type: "latent",
      shape: [1000, 2],
      samples: 1000,
      sample: 501,
      stats: { min: -503, max: 503 },
    });
  });

  it("says why there is no value", async () => {
    const { engine, run } = setUp();
    await expect(engine.inspect("t", "value", { sample: 0 })).rejects.toThrow("nothing has run yet");
    await run(toyGraph({ t: ["total"] }), ["t?"]);
    await expect(engine.inspect("t", "value", { sample: 0 })).rejects.toThrow("a is not wired");
    await expect(engine.inspect("u", "value", { sample: 0 })).rejects.toThrow("there is no node u");
  });
});
