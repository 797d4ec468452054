import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cycleIn,
  type GraphDocument,
  GraphError,
  outputType,
  parseGraph,
  readGraph,
  serializeGraph,
  type Wire,
  wireProblem,
} from "../../engine/graph.ts";
import { toyCatalogue, toyGraph } from "./toys.ts";

const catalogue = toyCatalogue();

/** A document as it stands in a file: loosely typed, easily broken. */
const file = (changes: Record<string, unknown> = {}) => ({
  ...toyGraph({ s: ["source", { count: 4 }], a: ["add"], t: ["total"] }, ["s.z -> a.a", "a.z -> t.a"]),
  ...changes,
});

function problemsOf(json: unknown): string[] {
  try {
    parseGraph(json, catalogue);
    return [];
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    expect(error.message).toBe(sentence(error.problems[0]));
    return error.problems.map(sentence);
  }
}

const sentence = (problem?: { path: string; reason: string }) =>
  problem === undefined ? "" : problem.path === "" ? problem.reason : `${problem.path}: ${problem.reason}`;

const withNodes = (...nodes: unknown[]) => file({ nodes, wires: [] });
const withWires = (...wires: unknown[]) => file({ wires });

describe("parseGraph", () => {
  it("[R1] reads a document, filling in what may be left out", () => {
    const { about, frames, nodes } = parseGraph(
      { format: "ganglion/graph", version: 1, nodes: [{ id: "n", type: "number" }] },
      catalogue,
    );
    expect({ about, frames, nodes }).toEqual({
      about: "",
      frames: [],
      nodes: [{ id: "n", type: "number", params: {}, at: [0, 0] }],
    });
  });

  it("[R1] says what is no document at all", () => {
    expect(problemsOf(null)).toEqual(["expected a graph document, got null"]);
    expect(problemsOf([file()])).toEqual(["expected a graph document, got a list"]);
    expect(problemsOf("graph")).toEqual(['expected a graph document, got "graph"']);
    expect(problemsOf({})).toEqual(['format: expected "ganglion/graph", got nothing']);
    expect(problemsOf({ format: "ganglion/model", version: 1 })).toEqual([
      'format: expected "ganglion/graph", got "ganglion/model"',
    ]);
  });

  it("[R1] refuses later versions and versions that are no version", () => {
    expect(problemsOf(file({ version: 2 }))).toEqual([
      "version: this document has version 2, made by a later Ganglion; this one reads up to 1",
    ]);
    for (const version of [0, -1, 1.5, "1", null, Number.NaN, undefined])
      expect(problemsOf(file({ version }))[0]).toMatch(/^version: expected 1, got /);
  });

  it("[R1] brings earlier versions up step by step, and leaves what it was given as it was", () => {
    const old = file({ version: -1, name: undefined, title: "Old" });
    const before = structuredClone(old);
    const steps = {
      [-1]: ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, label: title }),
      0: ({ label, ...rest }: Record<string, unknown>) => ({ ...rest, name: `${label}!` }),
    };
    expect(parseGraph(old, catalogue, steps)).toMatchObject({ version: 1, name: "Old!" });
    expect(old).toEqual(before);
    expect(() => parseGraph(file({ version: -2 }), catalogue, steps)).toThrow("version: expected 1, got -2");
  });

  it("[R1] names the path of every structural problem", () => {
    expect(
      problemsOf({
        ...file(),
        nodes: [{ id: "", type: 3, params: [], at: [1] }, null],
        wires: [{ from: ["a"], to: "x" }],
        frames: [{}],
      }),
    ).toEqual([
      "nodes[0].id: expected a text that is not empty",
      "nodes[0].type: expected a text, got 3",
      "nodes[0].params: expected an object, got a list",
      "nodes[0].at: expected 2 entries",
      "nodes[1]: expected an object, got null",
      "wires[0].from: expected 2 entries",
      'wires[0].to: expected a list, got "x"',
      "frames[0].id: expected a text, got nothing",
      "frames[0].label: expected a text, got nothing",
      "frames[0].nodes: expected a list, got nothing",
    ]);
  });

  it("[R1] names params that are wrong in type, range or name", () => {
    const node = (id: string, params: unknown) => ({ id, type: "source", params });
    expect(
      problemsOf(
        withNodes(
          node("a", { count: "many" }),
          node("b", { count: 0 }),
          node("c", { count: -5 }),
          node("d", { count: Number.NaN }),
          node("e", { count: 1.5, "no such": 1 }),
          node("f", { count: null }),
          node("g", { count: 1e9 }),
        ),
      ),
    ).toEqual([
      'nodes[0].params.count: expected an integer of at least 1, got "many"',
      "nodes[1].params.count: expected an integer of at least 1, got 0",
      "nodes[2].params.count: expected an integer of at least 1, got -5",
      "nodes[3].params.count: expected an integer of at least 1, got NaN",
      "nodes[4].params.count: expected an integer of at least 1, got 1.5",
      'nodes[4].params["no such"]: source has no such param: it has seed, count',
      "nodes[5].params.count: expected an integer of at least 1, got null",
    ]);
  });

  it("[R1] names ids given twice, unknown ports and nodes, types that differ, inputs taken twice", () => {
    expect(problemsOf(withNodes({ id: "a", type: "number" }, { id: "a", type: "number" }))).toEqual([
      'nodes[1].id: nodes[0] is called "a" too',
    ]);
    expect(problemsOf(withWires({ from: ["s", "q"], to: ["a", "a"] }))).toEqual([
      "wires[0]: s has no output q: it has z.",
    ]);
    expect(problemsOf(withWires({ from: ["s", "z"], to: ["a", "q"] }))).toEqual([
      "wires[0]: a has no input q: it has a, b.",
    ]);
    expect(problemsOf(withWires({ from: ["s", "z"], to: ["x", "a"] }))).toEqual([
      "wires[0]: There is no node x.",
    ]);
    expect(problemsOf(withWires({ from: ["t", "value"], to: ["a", "a"] }))).toEqual([
      "wires[0]: A number can't enter a. It fits amount.",
    ]);
    const taken = { from: ["s", "z"], to: ["a", "a"] };
    expect(problemsOf(withWires(taken, taken))).toEqual(["wires[1].to: wires[0] enters a.a already"]);
  });

  it("[R1] names a cycle", () => {
    const json = toyGraph({ a: ["add"], b: ["add"], c: ["add"] }, ["a.z -> b.a", "b.z -> c.a", "c.z -> a.a"]);
    expect(problemsOf(json)).toEqual(["wires: cycle: a -> b -> c -> a"]);
    expect(problemsOf(toyGraph({ a: ["add"] }, ["a.z -> a.a"]))).toContain(
      "wires[0]: A node can't feed itself.",
    );
  });

  it("[R2] keeps nodes of unknown types with all that belongs to them", () => {
    const node = { id: "x", type: "fromTheFuture", params: { deep: { a: [1] } }, at: [1, 2], colour: "red" };
    const json = {
      ...file(),
      nodes: [...file().nodes, node],
      wires: [
        { from: ["x", "q"], to: ["a", "b"] },
        { from: ["s", "z"], to: ["x", "r"] },
      ],
    };
    const document = parseGraph(json, catalogue);
    expect(document.nodes.at(-1)).toEqual(node);
    expect(JSON.parse(serializeGraph(document, catalogue))).toMatchObject({
      nodes: [{}, {}, {}, node],
      wires: json.wires,
    });
  });

  it("[R1] withstands names that objects have by themselves", () => {
    for (const name of ["constructor", "toString", "hasOwnProperty"]) {
      expect(problemsOf(withNodes({ id: "n", type: "source", params: { [name]: 1 } }))).toHaveLength(1);
      expect(problemsOf(withWires({ from: ["s", name], to: ["a", "a"] }))).toHaveLength(1);
      expect(problemsOf(withNodes({ id: name, type: name }))).toEqual([]);
    }
    problemsOf(
      JSON.parse('{ "format": "ganglion/graph", "version": 1, "nodes": [], "__proto__": { "polluted": 1 } }'),
    );
    expect({}).not.toHaveProperty("polluted");
  });

  it("[R1] withstands large documents, deep chains and a great many problems", () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `n${i}`);
    const nodes = ids.map((id) => ({ id, type: "add" }));
    const wires = ids.slice(1).map((id, i) => ({ from: [`n${i}`, "z"], to: [id, "a"] }));
    expect(parseGraph(file({ nodes, wires }), catalogue).nodes).toHaveLength(20_000);
    expect(problemsOf(withNodes(...ids.map(() => 7)))).toHaveLength(100);
    const long = problemsOf(
      withNodes({ id: "x".repeat(1e6), type: "number", params: { value: "y".repeat(1e6) } }),
    );
    expect(long.join("").length).toBeLessThan(300);
  });

  it("[R1] throws nothing but GraphError, whatever it is given", () => {
    const base = fc.oneof(fc.constant({}), fc.constant(file()));
    fc.assert(
      fc.property(
        base,
        fc.dictionary(
          fc.constantFrom("nodes", "wires", "frames", "name", "version", "about"),
          fc.jsonValue(),
        ),
        (json, changes) => {
          problemsOf({ ...json, ...changes });
        },
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (json) => void problemsOf(json)));
  });
});

describe("readGraph", () => {
  const refusal = (text: string) => {
    try {
      readGraph(text, catalogue);
      return "";
    } catch (error) {
      return (error as GraphError).message;
    }
  };

  it("[R1] says where a text stops being JSON", () => {
    expect(refusal('{\n  "format": "ganglion/graph",\n  "nodes" []\n}')).toBe(
      'not JSON: "[" is unexpected at line 3, column 11',
    );
    expect(refusal('{"a": 1')).toBe("not JSON: the text ends too early");
    expect(refusal("abc def")).toBe('not JSON: "abc" is unexpected at line 1, column 1');
    expect(refusal('{"a": 1,}')).toBe('not JSON: "}" is unexpected at line 1, column 9');
    expect(refusal('["a]')).toBe('not JSON: "\\"" is unexpected at line 1, column 2');
    expect(refusal("")).toBe("not JSON: the text is empty");
    expect(refusal("<!doctype html>")).toBe('not JSON: "<" is unexpected at line 1, column 1');
  });
});

describe("serializeGraph", () => {
  it("[R3] writes what reading gives back, without defaults", () => {
    const document = parseGraph(
      {
        ...file(),
        frames: [{ id: "f", label: "Frame", nodes: ["s"] }],
        nodes: [{ id: "s", label: "Source", at: [40, 80], type: "source", params: { count: 4, seed: 0 } }],
        wires: [],
      },
      catalogue,
    );
    const text = serializeGraph(document, catalogue);
    expect(text).toContain(
      '    {"id":"s","type":"source","params":{"count":4},"at":[40,80],"label":"Source"}\n',
    );
    const again = readGraph(text, catalogue);
    expect(again).toEqual({ ...document, nodes: [{ ...document.nodes[0], params: { count: 4 } }] });
    expect(serializeGraph(again, catalogue)).toBe(text);
  });
});

describe("wireProblem", () => {
  const document = toyGraph(
    { s: ["source"], a: ["add"], t: ["total"], f: ["first"], n: ["number"], g: ["add"] },
    ["s.z -> a.a", "f.item -> g.a"],
  );
  const problem = (text: string, within: GraphDocument = document) => {
    const [from, to] = text.split("->").map((end) => end.trim().split("."));
    return wireProblem(within, catalogue, { from, to } as unknown as Wire);
  };

  it("[R6] lets through what fits, into inputs and numeric params", () => {
    expect(problem("s.z -> a.b")).toBeNull();
    expect(problem("n.value -> a.amount")).toBeNull();
    expect(problem("t.value -> s.count")).toBeNull();
    expect(problem("a.z -> f.batch")).toBeNull();
  });

  it("[R6] says why not, and what the wire would fit", () => {
    expect(problem("n.value -> a.b")).toBe("A number can't enter b. It fits amount.");
    expect(problem("n.value -> t.a")).toBe("A number can't enter a.");
    expect(problem("s.z -> a.a")).toBe("a of a already has a wire.");
    expect(problem("a.z -> a.b")).toBe("A node can't feed itself.");
    expect(problem("s.z -> q.b")).toBe("There is no node q.");
    expect(problem("s.z -> n.value")).toBe("A latent can't enter value.");
  });

  it("[R6] names the cycle that a wire would close", () => {
    const chain = toyGraph({ a: ["add"], b: ["add"] }, ["a.z -> b.a"]);
    expect(problem("b.z -> a.a", chain)).toBe("This would close a cycle: a -> b -> a.");
  });

  it("[R6] refuses what would make another wire wrong, through outputs of the same type", () => {
    expect(outputType(document, catalogue, "f", "item")).toEqual(["latent", "style", "image"]);
    const images = {
      ...catalogue,
      picture: { ...catalogue.source, outputs: { image: { types: ["image"], optional: false, doc: "" } } },
    } as typeof catalogue;
    const grown = {
      ...document,
      nodes: [...document.nodes, { id: "p", type: "picture", params: {}, at: [0, 0] as const }],
    };
    expect(wireProblem(grown, images, { from: ["p", "image"], to: ["f", "batch"] })).toBe(
      "Then f.item could no longer enter g.a: An image can't enter a.",
    );
    expect(
      outputType({ ...grown, wires: [{ from: ["p", "image"], to: ["f", "batch"] }] }, images, "f", "item"),
    ).toEqual(["image"]);
  });
});

describe("cycleIn", () => {
  it("[R1] finds a cycle exactly where an order fails", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }), (pairs) => {
        const nodes = Array.from({ length: 8 }, (_, i) => ({
          id: `${i}`,
          type: "add",
          params: {},
          at: [0, 0] as const,
        }));
        const wires = pairs.map(([a, b]): Wire => ({ from: [`${a}`, "z"], to: [`${b}`, "a"] }));
        const cycle = cycleIn({ nodes, wires });
        let left = nodes.map(({ id }) => id);
        for (let size = -1; size !== left.length; ) {
          size = left.length;
          left = left.filter((id) => wires.some(({ from, to }) => to[0] === id && left.includes(from[0])));
        }
        expect(cycle !== null).toBe(left.length > 0);
        for (let i = 1; i < (cycle?.length ?? 0); i++)
          expect(wires.some(({ from, to }) => from[0] === cycle?.[i - 1] && to[0] === cycle?.[i])).toBe(true);
      }),
    );
  });
});
