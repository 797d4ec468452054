import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusal } from "../../editor/canvas/drag.ts";
import { createDocumentStore } from "../../editor/document.ts";
import { edit } from "../../editor/edit.ts";
import { rewire } from "../../editor/rewire.ts";
import type { GraphDocument, Wire } from "../../engine/document.ts";
import { isNumeric } from "../../engine/param.ts";
import { cycleIn, wiring } from "../../engine/wire.ts";
import { catalogue } from "../../nodes/index.ts";

const types = [
  ...["number", "sampleLatent", "mapping", "mapping", "truncate", "interpolate", "pick", "pairs"],
  ...["constantInput", "adainLayer", "adainLayer", "unitMask", "toRGB", "resize", "viewImages", "notThere"],
];
const nodes = types.map((type, index) => ({ id: `n${index}`, type, params: {}, at: [0, 0] as const }));
const bare: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes,
  wires: [],
  frames: [],
};

const sources = nodes.flatMap(({ id, type }) =>
  Object.keys(catalogue[type]?.outputs ?? { value: null }).map((port) => [id, port] as const),
);
const targets = nodes.flatMap(({ id, type }) => {
  const { inputs = { value: null }, params = {} } = catalogue[type] ?? {};
  const numbers = Object.entries(params).filter(([, spec]) => isNumeric(spec));
  return [...Object.keys(inputs), ...numbers.map(([name]) => name)].map((port) => [id, port] as const);
});
const index = fc.nat({ max: 999 });
const at = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];

/** What a person does to wires. */
const gesture = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("connect" as const), from: index, to: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("insert" as const), node: index, wire: index }) },
  fc.record({ kind: fc.constant("plug" as const), wire: index, from: index, to: index }),
  fc.record({ kind: fc.constant("cut" as const), wires: fc.array(index, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("disconnect" as const), wire: index }),
);
type Gesture = typeof gesture extends fc.Arbitrary<infer T> ? T : never;
type Store = ReturnType<typeof createDocumentStore>;

/** Wires an output to the first of all inputs, from some place on, that takes it. */
function connect(store: Store, lifted: Wire | null, from: Wire["from"], place: number): void {
  const { document } = store.getState();
  const without = lifted ? edit.disconnect(lifted.to)(document) : document;
  const wires = targets.map((_, step): Wire => ({ from, to: at(targets, place + step) ?? from }));
  const wire = wires.find((each) => refusal(without, catalogue, each) === null);
  if (wire) store.change("connect", rewire.plug(lifted, wire));
}

function make(store: Store, gesture: Gesture): void {
  const { wires } = store.getState().document;
  if (gesture.kind === "connect" || gesture.kind === "plug") {
    const from = at(sources, gesture.from);
    const lifted = gesture.kind === "plug" ? (at(wires, gesture.wire) ?? null) : null;
    if (from) connect(store, lifted, from, gesture.to);
  } else if (gesture.kind === "insert") {
    const [node, wire] = [at(nodes, gesture.node), at(wires, gesture.wire)];
    if (node && wire) store.change("insert", rewire.insert(catalogue, node.id, wire));
  } else if (gesture.kind === "cut") {
    const those = gesture.wires.flatMap((place) => at(wires, place) ?? []);
    store.change("cut", rewire.cut(new Set(those)));
  } else {
    const wire = at(wires, gesture.wire);
    if (wire) store.change("disconnect", edit.disconnect(wire.to));
  }
}

function expectSound(document: GraphDocument): void {
  const ends = document.wires.map(({ to }) => to.join("."));
  expect(new Set(ends).size).toBe(ends.length);
  expect(cycleIn(document)).toBeNull();
  const { problem } = wiring(document, catalogue);
  expect(document.wires.map(problem).filter((reason) => reason !== null)).toEqual([]);
}

describe("wires", () => {
  it("never share an input, close a cycle or carry what does not fit, whatever is done; all undone, the first document is back", () => {
    let [most, inserted] = [0, 0];
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 40, size: "max" }), (gestures) => {
        const store = createDocumentStore("graph", bare);
        for (const each of gestures) {
          make(store, each);
          expectSound(store.getState().document);
        }
        most = Math.max(most, store.getState().document.wires.length);
        inserted += store.getState().past.filter(({ label }) => label === "insert").length;
        const last = store.getState().document;
        const steps = store.getState().past.length;
        for (let step = 0; step < steps; step++) store.undo();
        expect(store.getState().document).toBe(bare);
        for (let step = 0; step < steps; step++) store.redo();
        expect(store.getState().document).toBe(last);
      }),
    );
    expect(most).toBeGreaterThan(9);
    expect(inserted).toBeGreaterThan(9);
  });
});

describe("a node that is put into a wire", () => {
  const wired: GraphDocument = {
    ...bare,
    wires: [
      { from: ["n1", "z"], to: ["n2", "z"] },
      { from: ["n2", "w"], to: ["n9", "w"] },
      { from: ["n2", "w"], to: ["n10", "w"] },
    ],
  };
  const [, style] = wired.wires as [Wire, Wire, Wire];

  it("stands between what the wire joined; other wires stay the same", () => {
    const after = rewire.insert(catalogue, "n4", style)(wired);
    expect(after.wires).toContainEqual({ from: ["n2", "w"], to: ["n4", "w"] });
    expect(after.wires).toContainEqual({ from: ["n4", "w"], to: ["n9", "w"] });
    expect(after.wires.slice(0, 2)).toEqual([wired.wires[0], wired.wires[2]]);
    expect(after.wires).toHaveLength(4);
  });

  it("is left beside it where types do not allow it, or where it has wires already", () => {
    expect(rewire.insert(catalogue, "n12", style)(wired)).toBe(wired);
    expect(rewire.insert(catalogue, "n14", style)(wired)).toBe(wired);
    expect(rewire.insert(catalogue, "n9", style)(wired)).toBe(wired);
    expect(rewire.insert(catalogue, "n15", style)(wired)).toBe(wired);
  });

  it("passes on what it may: pick takes any batch", () => {
    const after = rewire.insert(catalogue, "n6", style)(wired);
    expect(after.wires).toContainEqual({ from: ["n6", "item"], to: ["n9", "w"] });
  });
});
