import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphDocument, GraphNode, Wire } from "../../engine/graph.ts";
import { wireProblem } from "../../engine/graph.ts";
import type { Job, JobResult } from "../../engine/job.ts";
import { createEngine, type Engine } from "../../engine/run.ts";
import type { HostTensor } from "../../engine/tensor.ts";
import { type Diary, fakeRuntime, noModels, toyCatalogue } from "./toys.ts";

const types = [
  "source",
  "add",
  "add",
  "reverse",
  "total",
  "climb",
  "number",
  "fragile",
  "first",
  "look",
] as const;
const shapes = toyCatalogue();

/** A step of an editing session. Numbers choose among what there is, so that any step fits any graph. */
type Edit =
  | { readonly do: "add"; readonly type: (typeof types)[number]; readonly pick: readonly number[] }
  | { readonly do: "set"; readonly node: number; readonly value: number }
  | { readonly do: "wire" | "cut"; readonly pick: readonly number[] }
  | { readonly do: "remove" | "move"; readonly node: number };

const picks = fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 });
const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("add" as const), type: fc.constantFrom(...types), pick: picks }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      node: fc.nat(1000),
      value: fc.integer({ min: -3, max: 12 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("wire" as const, "cut" as const), pick: picks }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("remove" as const, "move" as const), node: fc.nat(1000) }),
  },
);
const sessions = fc.array(edits, { minLength: 4, maxLength: 24 });

const empty: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes: [],
  wires: [],
  frames: [],
};
const choose = <T>(list: readonly T[], index = 0): T | undefined => list[index % Math.max(1, list.length)];

/** Every wire that could enter the node, of those that the wire rule lets through. */
function addWires(document: GraphDocument, to: string, pick: readonly number[]): GraphDocument {
  let grown = document;
  const definition = shapes[document.nodes.find(({ id }) => id === to)?.type ?? ""];
  const slots = [...Object.keys(definition?.inputs ?? {}), ...Object.keys(definition?.params ?? {})];
  for (const [index, slot] of slots.entries()) {
    const outputs = document.nodes.flatMap(({ id, type }) =>
      Object.keys(shapes[type]?.outputs ?? {}).map((port) => [id, port] as const),
    );
    const fitting = outputs
      .map((from): Wire => ({ from, to: [to, slot] }))
      .filter((wire) => wireProblem(grown, shapes, wire) === null);
    const numeric = definition?.params[slot] !== undefined;
    const wire = numeric && (pick[index] ?? 0) % 4 !== 0 ? undefined : choose(fitting, pick[index]);
    if (wire) grown = { ...grown, wires: [...grown.wires, wire] };
  }
  return grown;
}

function apply(document: GraphDocument, edit: Edit, serial: number): GraphDocument {
  const { nodes, wires } = document;
  switch (edit.do) {
    case "add": {
      const node: GraphNode = { id: `n${serial}`, type: edit.type, params: {}, at: [0, 0] };
      return addWires({ ...document, nodes: [...nodes, node] }, node.id, edit.pick);
    }
    case "set": {
      const node = choose(nodes, edit.node);
      const spec = Object.entries(shapes[node?.type ?? ""]?.params ?? {})[edit.value > 4 ? 0 : 1];
      const name = spec?.[0] ?? Object.keys(shapes[node?.type ?? ""]?.params ?? {})[0];
      if (!node || !name) return document;
      const set = {
        ...node,
        params: {
          ...node.params,
          [name]: name === "steps" || name === "count" ? Math.max(1, edit.value) : edit.value,
        },
      };
      return { ...document, nodes: nodes.map((other) => (other === node ? set : other)) };
    }
    case "wire": {
      const node = choose(nodes, edit.pick[5]);
      return node ? addWires(document, node.id, edit.pick) : document;
    }
    case "cut":
      return { ...document, wires: wires.filter((wire) => wire !== choose(wires, edit.pick[0])) };
    case "remove": {
      const gone = choose(nodes, edit.node)?.id;
      return {
        ...document,
        nodes: nodes.filter(({ id }) => id !== gone),
        wires: wires.filter(({ from, to }) => from[0] !== gone && to[0] !== gone),
      };
    }
    case "move":
      return {
        ...document,
        nodes: nodes
          .map((node, i) => (i === edit.node % nodes.length ? { ...node, at: [9, 9] as const } : node))
          .reverse(),
      };
  }
}

const documentsOf = (session: readonly Edit[]): GraphDocument[] => {
  const documents = [empty];
  for (const [serial, edit] of session.entries())
    documents.push(apply(documents.at(-1) ?? empty, edit, serial));
  return documents.slice(1);
};

function engineOf(diary: Diary = { calls: [] }, options: { budget?: number; chunk?: number } = {}): Engine {
  return createEngine({
    catalogue: toyCatalogue(diary),
    models: noModels,
    runtime: fakeRuntime(),
    chunk: 4,
    ...options,
  });
}

let jobs = 0;
const jobOf = (document: GraphDocument, extra: Partial<Job> = {}): Job => ({
  id: ++jobs,
  document,
  observed: document.nodes.map(({ id }) => ({ node: id, preview: false })),
  heavy: true,
  partial: false,
  ...extra,
});

/** What a job gave, in a form that can be compared: values by node and port, and why the other nodes have none. */
function outcome({ made, states }: JobResult): unknown {
  const values = [...made].map(([node, { outputs, view }]) => {
    const plain = Object.entries(outputs).map(([port, value]) => {
      const held = "tensor" in value ? (value.tensor as HostTensor) : null;
      return [port, held ? { ...value, tensor: [held.shape, [...held.data]] } : value];
    });
    return [node, plain, view];
  });
  const reasons = [...states].flatMap(([node, state]) =>
    state.state === "failed" ? [[node, state.reason]] : state.state === "blocked" ? [[node, state.on]] : [],
  );
  return { values: values.sort(), reasons: reasons.sort() };
}

const fromScratch = async (document: GraphDocument) => outcome(await engineOf().run(jobOf(document)));

describe("any graph, edited in any way", () => {
  it("[R5] gives the same values as a from-scratch evaluation", async () => {
    await fc.assert(
      fc.asyncProperty(sessions, fc.boolean(), async (session, partial) => {
        const engine = engineOf();
        for (const document of documentsOf(session))
          expect(outcome(await engine.run(jobOf(document, { partial })))).toEqual(
            await fromScratch(document),
          );
      }),
      { numRuns: 60 },
    );
  });

  it("[R9] gives the same values within a tiny budget", async () => {
    await fc.assert(
      fc.asyncProperty(
        sessions,
        fc.integer({ min: 1, max: 6000 }),
        fc.boolean(),
        async (session, budget, partial) => {
          const engine = engineOf({ calls: [] }, { budget });
          for (const document of documentsOf(session).slice(-3))
            expect(outcome(await engine.run(jobOf(document, { partial })))).toEqual(
              await fromScratch(document),
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[R12] gives the same values whatever the size of a chunk", async () => {
    await fc.assert(
      fc.asyncProperty(sessions, fc.integer({ min: 1, max: 20 }), async (session, chunk) => {
        const document = documentsOf(session).at(-1) ?? empty;
        expect(outcome(await engineOf({ calls: [] }, { chunk }).run(jobOf(document)))).toEqual(
          await fromScratch(document),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("[R5] computes no value twice for equal keys", async () => {
    await fc.assert(
      fc.asyncProperty(sessions, async (session) => {
        const diary: Diary = { calls: [] };
        const engine = engineOf(diary);
        const document = documentsOf(session).at(-1) ?? empty;
        const first = await engine.run(jobOf(document));
        if ([...first.states.values()].some(({ state }) => state === "failed")) return;
        diary.calls.length = 0;
        await engine.run(jobOf(document));
        expect(diary.calls).toEqual([]);
        const twins = {
          ...document,
          nodes: document.nodes.flatMap((node) => [node, { ...node, id: `${node.id}'`, label: "Twin" }]),
          wires: document.wires.flatMap((wire) => [
            wire,
            { from: [`${wire.from[0]}'`, wire.from[1]], to: [`${wire.to[0]}'`, wire.to[1]] } as Wire,
          ]),
        };
        const fresh: Diary = { calls: [] };
        await engineOf(fresh).run(jobOf(twins));
        const once: Diary = { calls: [] };
        await engineOf(once).run(jobOf(document));
        expect(fresh.calls.toSorted()).toEqual(once.calls.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it("[R16] can be cancelled or superseded anywhere, and completes right afterwards", async () => {
    await fc.assert(
      fc.asyncProperty(
        sessions,
        fc.nat(300),
        fc.constantFrom(1, 5000, 1e9),
        fc.boolean(),
        fc.boolean(),
        async (session, turns, budget, supersede, partial) => {
          const engine = engineOf({ calls: [] }, { budget });
          const documents = documentsOf(session);
          const document = documents.at(-1) ?? empty;
          const started = engine.run(jobOf(documents.at(-2) ?? empty, { partial }));
          for (let i = 0; i < turns; i++) await null;
          if (supersede) void engine.run(jobOf(empty));
          else engine.cancel();
          const result = await engine.run(jobOf(document, { partial }));
          await started;
          expect(result.state).toBe("finished");
          expect(outcome(result)).toEqual(await fromScratch(document));
          await engine.run(jobOf(empty));
          expect(engine.bytes).toBeLessThanOrEqual(budget);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("[R8] asks for nothing that nobody looks at", async () => {
    await fc.assert(
      fc.asyncProperty(sessions, fc.nat(1000), async (session, pick) => {
        const document = documentsOf(session).at(-1) ?? empty;
        const node = choose(document.nodes, pick)?.id;
        if (node === undefined) return;
        const needed = new Set([node]);
        for (let size = 0; size !== needed.size; ) {
          size = needed.size;
          for (const { from, to } of document.wires) if (needed.has(to[0])) needed.add(from[0]);
        }
        const { states } = await engineOf().run(jobOf(document, { observed: [{ node, preview: false }] }));
        for (const reached of states.keys()) expect(needed.has(reached)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
