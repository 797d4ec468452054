import { describe, expect, it } from "vitest";
import { defineNode, port } from "../../engine/node.ts";
import type { Tensor } from "../../engine/tensor.ts";
import { setUp } from "./setUp.ts";
import { fakeRuntime, toyGraph } from "./toys.ts";
import { heldCheckpoints, trained, trainer } from "./trainer.ts";

const soon = (ms = 1) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const live = { heavy: true, partial: true } as const;
const edit = { heavy: false, partial: true } as const;
const step = { ...live, pace: "step" } as const;

function training(options: Parameters<typeof setUp>[0] = {}) {
  const toy = trainer();
  const engine = setUp(options, toy.node);
  const shown = (node: string) =>
    engine.previews(node).map((preview) => (preview.kind === "number" ? preview.value : null));
  return { toy, ...engine, shown, made: () => toy.steps.map(({ step }) => step) };
}
/** `n` climbs once, so that it follows from the training alone. */
const graph = (steps = 20, seed = 1) =>
  toyGraph({ t: ["train", { steps, seed }], n: ["climb", { steps: 1 }] }, ["t.value -> n.by"]);
const states = (count: number) => Array.from({ length: count }, (_, i) => trained(1, i + 1));

describe("the pace step", () => {
  it("[R26] gives one value, shows what follows from it, and finishes with the node stopped", async () => {
    const { run, shown, made } = training();
    const first = await run(graph(), ["t?", "n?"], step);
    expect(first.state).toBe("finished");
    expect(first.states.get("t")).toEqual({ state: "stopped", done: 1, of: 20 });
    expect(first.states.get("n")?.state).toBe("done");
    await run(graph(), ["t?", "n?"], step);
    const third = await run(graph(), ["n?", "t?"], step);
    expect(third.states.get("t")).toEqual({ state: "stopped", done: 3, of: 20 });
    expect(made()).toEqual([1, 2, 3]);
    expect(shown("t")).toEqual(states(3));
    expect(shown("n")).toEqual(states(3));
  });

  it("[R26] moves each of several streams by one value", async () => {
    const { run, toy } = training();
    const three = toyGraph({
      a: ["train", { seed: 1 }],
      b: ["train", { seed: 2 }],
      twin: ["train", { seed: 2 }],
    });
    for (let i = 0; i < 2; i++) await run(three, ["a?", "b?", "twin?"], step);
    expect(toy.steps.map((each) => [each.seed, each.step])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  it("[R26] pauses a stream under way and gives one value more; then it goes on to the same end", async () => {
    const { run, toy, shown, made } = training();
    toy.during = () => soon();
    const running = run(graph(40), ["t?", "n?"], live);
    while (made().length < 5) await soon();
    const stepped = await run(graph(40), ["t?", "n?"], step);
    expect((await running).state).toBe("cancelled");
    const at = made().length;
    expect(stepped.states.get("t")).toEqual({ state: "stopped", done: at, of: 40 });
    await run(graph(40), ["t?", "n?"], live);
    expect(made()).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(shown("n").at(-1)).toBe(trained(1, 40));
  });

  it("[R26] lets folds go to their end, and ends itself when the node does", async () => {
    const { run } = training();
    const both = toyGraph({ t: ["train", { steps: 1 }], s: ["source", { count: 32 }], sum: ["total"] }, [
      "s.z -> sum.a",
    ]);
    const { states } = await run(both, ["t?", "sum?"], step);
    expect(states.get("t")?.state).toBe("done");
    expect(states.get("sum")?.state).toBe("done");
  });

  it("[R11] leaves a heavy stream where it is: later edits see its value and move nothing", async () => {
    const { run, shown, made, calls } = training();
    await run(graph(), ["t?", "n?"], step);
    calls();
    const edited = toyGraph({ t: ["train"], n: ["climb", { steps: 1 }], more: ["climb", { steps: 2 }] }, [
      "t.value -> n.by",
      "t.value -> more.by",
    ]);
    const { states } = await run(edited, ["t?", "n?", "more?"], edit);
    expect(made()).toEqual([1]);
    expect(states.get("t")).toEqual({ state: "stopped", done: 1, of: 20 });
    expect(states.get("n")?.state).toBe("cached");
    expect(calls()).toEqual(["climb 1", "climb 2"]);
    expect(shown("more")).toEqual([2 * trained(1, 1)]);
  });
});

describe("other paces", () => {
  it("[R26] are heard by the generator as those of the job that moves it on, and never change the end", async () => {
    const { run, toy, shown, made } = training();
    toy.during = () => soon();
    const first = run(graph(60), ["n?"], live);
    while (made().length < 3) await soon();
    const second = run(graph(60), ["n?"], { ...edit, pace: "fast" });
    await Promise.all([first, second]);
    const paces = toy.steps.map(({ pace }) => pace);
    expect(new Set(paces.slice(0, 2))).toEqual(new Set(["live"]));
    expect(paces.filter((pace) => pace === "step").length).toBeLessThanOrEqual(1);
    expect(paces.at(-1)).toBe("fast");
    expect(shown("n").at(-1)).toBe(trained(1, 60));
    const alone = training();
    await alone.run(graph(60), ["n?"], { heavy: true, pace: "step" });
    expect(alone.shown("n")).toEqual([trained(1, 60)]);
    expect(new Set(alone.toy.steps.map(({ pace }) => pace))).toEqual(new Set(["fast"]));
  });

  it("[R26] slow wait after each value, and are left at once by a cancel or a newer job", async () => {
    const { run, engine, shown, made } = training();
    const start = performance.now();
    const slow = run(graph(), ["t?", "n?"], { ...live, pace: "slow" });
    while (made().length < 2) await soon(5);
    expect(performance.now() - start).toBeGreaterThan(600);
    await soon(50);
    expect(shown("n")).toEqual(states(2));
    const asked = performance.now();
    engine.cancel();
    const { states: told } = await slow;
    expect(performance.now() - asked).toBeLessThan(300);
    expect(told.get("t")).toEqual({ state: "stopped", done: 2, of: 20 });
    const again = run(graph(), ["n?"], { ...live, pace: "slow" });
    await soon(50);
    await run(graph(), ["n?"], live);
    expect((await again).state).toBe("cancelled");
    expect(performance.now() - asked).toBeLessThan(600);
    expect(shown("n").at(-1)).toBe(trained(1, 20));
  });
});

describe("a pause", () => {
  it("[R16] ends a stream's step early, says how far it came, and [R14] goes on to the same end", async () => {
    const { run, engine, toy, shown, made } = training();
    toy.during = () => soon();
    const first = run(graph(200), ["t?", "n?"], { ...live, pace: "fast" });
    while (made().length < 13) await soon();
    engine.cancel();
    const { states } = await first;
    const at = made().length;
    expect(at).toBeLessThan(20);
    expect(states.get("t")).toEqual({ state: "stopped", done: at, of: 200 });
    expect([shown("t").at(-1), shown("n").at(-1)]).toEqual([trained(1, at), trained(1, at)]);
    await run(graph(200), ["t?", "n?"], edit);
    expect(made()).toHaveLength(at);
    toy.during = () => {};
    await run(graph(200), ["t?", "n?"], live);
    expect(made()).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(shown("n").at(-1)).toBe(trained(1, 200));
  });

  it("[R11] ends the permission that Run gave; until then edits leave the stream going", async () => {
    const { run, engine, toy, made } = training();
    toy.during = () => soon();
    const other = (amount: number) =>
      toyGraph({ t: ["train", { steps: 100 }], s: ["source"], a: ["add", { amount }] }, ["s.z -> a.a"]);
    void run(other(0), ["t?", "a?"], live);
    while (made().length < 5) await soon();
    void run(other(1), ["t?", "a?"], edit);
    while (made().length < 10) await soon();
    const edited = run(other(2), ["t?", "a?"], edit);
    while (made().length < 15) await soon();
    engine.cancel();
    await edited;
    const at = made().length;
    await run(other(3), ["t?", "a?"], edit);
    expect(made()).toHaveLength(at);
    void run(other(3), ["t?", "a?"], live);
    while (made().length < at + 3) await soon();
    expect((await run(other(4), ["t?", "a?"], edit)).states.get("t")?.state).toBe("done");
  });

  it("[R11] keeps the permission of a Run that a newer job replaced before the node had begun", async () => {
    const { run } = training();
    void run(graph(), ["t?"], live);
    const { states: after } = await run(graph(), ["t?", "n?"], edit);
    expect(after.get("t")?.state).toBe("done");
    const { states: later } = await run(graph(21), ["t?"], edit);
    expect(later.get("t")?.state).toBe("waits");
  });

  it("[R11] [R14] leaves heavy nodes that follow to the end of the stream, which none of its values waits for", async () => {
    const { run, calls, told } = training();
    const heavy = toyGraph({ c: ["climb", { steps: 5 }], s: ["slow"] }, ["c.value -> s.a"]);
    const stepped = await run(heavy, ["s?"], step);
    expect(stepped.states.get("s")).toEqual({ state: "blocked", on: "c" });
    expect((await run(heavy, ["s?"], live)).states.get("s")?.state).toBe("done");
    expect(calls().filter((line) => line.startsWith("slow"))).toEqual(["slow 5"]);
    expect(told("s").filter(({ state }) => state === "blocked")).toHaveLength(2);
  });

  it("[R14] keeps a stream that no job looks at, as long as the document has its node", async () => {
    const { run, made } = training();
    const withNumber = toyGraph({ t: ["train"], n: ["number"] });
    await run(withNumber, ["t?"], step);
    await run(withNumber, ["n?"], edit);
    await run(withNumber, ["t?"], step);
    await run(toyGraph({ n: ["number"] }), ["n?"], edit);
    await run(withNumber, ["t?"], step);
    expect(made()).toEqual([1, 2, 1]);
  });

  it("[R14] is no reason for a closer look to move the stream", async () => {
    const { run, engine, made } = training();
    await run(graph(), ["t?", "n?"], step);
    expect(await engine.inspect("n", "value", { sample: 0 })).toMatchObject({ type: "number" });
    expect(await engine.inspect("t", "value", { sample: 0 })).toMatchObject({ type: "number" });
    expect(made()).toEqual([1]);
  });
});

describe("beginning anew", () => {
  it("[R28] drops stream, result and checkpoint of the node and of what follows", async () => {
    const checkpoints = heldCheckpoints();
    const { run, made, shown, toy } = training({ checkpoints });
    await run(graph(), ["t?", "n?"], live);
    expect(checkpoints.size).toBe(1);
    const finished = await run(graph(), ["t?", "n?"], live);
    expect(finished.states.get("n")?.state).toBe("cached");
    toy.steps.length = 0;
    const again = await run(graph(), ["t?", "n?"], { ...step, restart: "t" });
    expect(made()).toEqual([1]);
    expect(again.states.get("t")).toEqual({ state: "stopped", done: 1, of: 20 });
    expect(shown("n").at(-1)).toBe(trained(1, 1));
    await run(graph(), ["t?", "n?"], { ...step, restart: "t" });
    expect(made()).toEqual([1, 1]);
  });

  it("[R28] happens once: what runs again under its id goes on", async () => {
    const checkpoints = heldCheckpoints();
    const { run, engine, toy, made } = training({ checkpoints });
    toy.during = () => soon();
    const running = run(graph(30), ["t?"], { ...live, restart: "t" });
    while (made().length < 5) await soon();
    await engine.restart(async () => fakeRuntime());
    expect((await running).state).toBe("finished");
    expect(made()).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  it("[R28] leaves what does not follow, and a node that is not there, alone", async () => {
    const { run, calls } = training();
    const apart = toyGraph({ t: ["train"], n: ["number", { value: 3 }] });
    await run(apart, ["t?", "n?"], live);
    calls();
    await run(apart, ["t?", "n?"], { ...live, restart: "t" });
    await run(apart, ["t?", "n?"], { ...live, restart: "gone" });
    expect(calls()).toEqual([]);
  });
});

describe("checkpoints", () => {
  it("[R27] let another engine go on where the last one was paused, to the same end", async () => {
    const checkpoints = heldCheckpoints();
    const first = training({ checkpoints });
    first.toy.during = (step) => step === 20 && first.engine.cancel();
    await first.run(graph(50), ["n?"], live);
    const second = training({ checkpoints });
    const waiting = await second.run(graph(50), ["n?"], edit);
    expect(waiting.states.get("t")?.state).toBe("waits");
    await second.run(graph(50), ["n?"], live);
    expect([...first.made(), ...second.made()]).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(first.made()).toHaveLength(21);
    expect(second.shown("n").at(-1)).toBe(trained(1, 50));
  });

  it("[R27] bring a finished node back without a step", async () => {
    const checkpoints = heldCheckpoints();
    await training({ checkpoints }).run(graph(), ["t?"], live);
    const second = training({ checkpoints });
    await second.run(graph(), ["t?"], live);
    expect(second.made()).toEqual([]);
    expect(second.shown("t")).toEqual([trained(1, 20)]);
  });

  it("[R27] are not for nodes whose inputs are on the way, nor where nothing lasts", async () => {
    const asked: boolean[] = [];
    const keeps = defineNode({
      title: "Keeps",
      doc: "A toy.",
      icon: "dice-1",
      inputs: { by: port("number") },
      params: {},
      outputs: { value: port("number") },
      compute({ by }, _, { checkpoint }) {
        asked.push(checkpoint !== null);
        return { value: by };
      },
    });
    const more = { keeps: { ...keeps, category: "toy" } };
    const climb = toyGraph({ c: ["climb", { steps: 2 }], k: ["keeps"] }, ["c.value -> k.by"]);
    await setUp({ checkpoints: heldCheckpoints() }, more).run(climb, ["k?"], edit);
    await setUp({}, more).run(climb, ["k?"], edit);
    expect(asked).toEqual([false, true, false, false]);
  });
});

describe("many values on the way", () => {
  /** Gives tensors of which the runtime must release every one but those in use. */
  const device = () => {
    let made = 0;
    const gives = defineNode({
      title: "Gives",
      doc: "A toy.",
      icon: "dice-1",
      inputs: {},
      params: {},
      outputs: { z: port("latent") },
      compute: async function* () {
        const give = (k: number) => {
          made++;
          const data = Float32Array.of(k, -k);
          const held = { shape: [1, 2], place: "host" as const, data };
          const deferred = { shape: [1, 2], place: "deferred" as const, force: async () => held };
          return { z: { type: "latent" as const, generator: null, tensor: deferred as unknown as Tensor } };
        };
        for (let k = 1; k < 500; k++) yield give(k);
        return give(500);
      },
    });
    return { gives: { gives: { ...gives, category: "toy" } }, made: () => made };
  };

  it("[R14] do not hold a stream up where what follows takes long", async () => {
    const { run, shown, made } = training({ longLook: 0 });
    const { states: after } = await run(graph(400), ["t?", "n?"], live);
    expect(after.get("t")?.state).toBe("done");
    expect(made()).toHaveLength(400);
    expect(shown("n").length).toBeLessThan(400);
    expect(shown("n").at(-1)).toBe(trained(1, 400));
  });

  it("[R14] leave nothing behind: entries and bytes stay flat, tensors are released", async () => {
    const { gives, made } = device();
    const runtime = fakeRuntime();
    const bytes: number[] = [];
    const { run, engine, previews } = setUp(
      {
        runtime,
        emit: (event) => {
          if (event.kind === "preview" && event.node === "v") bytes.push(engine.bytes);
        },
      },
      gives,
    );
    const doc = toyGraph({ g: ["gives"], a: ["add", { amount: 1 }], v: ["look"] }, [
      "g.z -> a.a",
      "a.z -> v.a",
    ]);
    await run(doc, ["v?", "a?", "g?"], edit);
    expect(previews("v")).toHaveLength(0);
    expect(bytes).toHaveLength(500);
    expect(new Set(bytes.slice(1, 499)).size).toBe(1);
    expect(made()).toBe(500);
    expect(new Set(runtime.released).size).toBe(499);
    await run(doc, ["v?"], edit);
    expect(engine.bytes).toBeLessThanOrEqual(bytes[0] ?? 0);
  });

  it("[R14] of five streams come in turn, and move nothing else", async () => {
    const { run, toy, calls, shown } = training();
    const five = toyGraph(
      {
        ...Object.fromEntries([1, 2, 3, 4, 5].map((seed) => [`t${seed}`, ["train", { seed, steps: 30 }]])),
        c: ["climb", { steps: 1 }],
        s: ["source"],
        apart: ["add", { amount: 9 }],
      },
      ["t1.value -> c.by", "s.z -> apart.a"],
    );
    const all = ["t1?", "t2?", "t3?", "t4?", "t5?", "c?", "apart?"];
    await run(five, all, live);
    const seeds = toy.steps.map(({ seed }) => seed);
    expect(seeds).toEqual(Array.from({ length: 150 }, (_, i) => (i % 5) + 1));
    expect(calls().filter((line) => !line.startsWith("climb"))).toEqual(["source 0 0-1", "add 9 0-1"]);
    expect(shown("c")).toHaveLength(30);
  });

  it("[R14] of a stream that runs do not touch what follows from one that rests", async () => {
    const { run, calls, toy } = training();
    const two = (extra: Parameters<typeof toyGraph>[0] = {}) =>
      toyGraph({ t: ["train"], c: ["climb", { steps: 1 }], ...extra }, ["t.value -> c.by"]);
    await run(two(), ["t?", "c?"], step);
    calls();
    await run(two({ other: ["climb", { steps: 40 }] }), ["t?", "c?", "other?"], edit);
    expect(calls()).toEqual(Array.from({ length: 40 }, (_, i) => `climb ${i + 1}`));
    expect(toy.steps).toHaveLength(1);
  });

  it("[R15] end in a reason that names memory where there is none left", async () => {
    const greedy = defineNode({
      title: "Greedy",
      doc: "A toy.",
      icon: "dice-1",
      inputs: {},
      params: {},
      outputs: { value: port("number") },
      compute: async function* () {
        yield { value: { type: "number" as const, value: 1 } };
        throw new RangeError("WebAssembly.Memory.grow(): Unable to grow instance memory");
      },
    });
    const { run } = setUp({}, { greedy: { ...greedy, category: "toy" } });
    const { states } = await run(toyGraph({ g: ["greedy"] }), ["g?"], edit);
    expect(states.get("g")).toMatchObject({
      state: "failed",
      reason: "there is not enough memory for this",
    });
  });
});
