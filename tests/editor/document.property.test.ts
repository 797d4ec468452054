import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, createDocumentStore } from "../../editor/document.ts";
import { dots } from "../../editor/dots.ts";
import { edit } from "../../editor/edit.ts";
import { frameEdit } from "../../editor/frameEdit.ts";
import { paste } from "../../editor/piece.ts";
import { unfold } from "../../editor/unfold.ts";
import { type GraphDocument, graphFormat, graphVersion } from "../../engine/document.ts";
import type { Collapse, Expansion } from "../../engine/expansion.ts";
import { catalogue } from "../../nodes/index.ts";

const empty: GraphDocument = {
  format: graphFormat,
  version: graphVersion,
  name: "Empty",
  about: "",
  nodes: [],
  wires: [],
  frames: [],
};

const id = fc.constantFrom("a", "b", "c", "d");
const frameId = fc.constantFrom("frame", "frame2", "frame3");
const place = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));

/** One change of the document, as the editor makes them; `group` joins typed edits. */
const change = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), id, at: place }),
  fc.record({ kind: fc.constant("remove" as const), id }),
  fc.record({ kind: fc.constant("param" as const), id, value: fc.integer(), group: fc.boolean() }),
  fc.record({ kind: fc.constant("label" as const), id, label: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant("move" as const), id, at: place }),
  fc.record({ kind: fc.constant("connect" as const), id, to: id }),
  fc.record({ kind: fc.constant("disconnect" as const), id }),
  fc.record({ kind: fc.constant("rename" as const), id }),
  fc.record({ kind: fc.constant("paste" as const), id }),
  fc.record({ kind: fc.constant("frame" as const), id, ids: fc.uniqueArray(id) }),
  fc.record({ kind: fc.constant("frameLabel" as const), id: frameId, label: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant("frameColor" as const), id: frameId, color: fc.option(fc.constant("blue")) }),
  fc.record({ kind: fc.constant("join" as const), id: frameId, ids: fc.uniqueArray(id) }),
  fc.record({ kind: fc.constant("leave" as const), id, ids: fc.uniqueArray(id) }),
  fc.record({ kind: fc.constant("unframe" as const), id: frameId }),
  fc.record({ kind: fc.constant("bypass" as const), ids: fc.uniqueArray(id), bypassed: fc.boolean() }),
  fc.record({ kind: fc.constant("resize" as const), id, width: fc.integer(), height: fc.integer() }),
  fc.record({
    kind: fc.constant("write" as const),
    id,
    text: fc.string({ maxLength: 9 }),
    group: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("dot" as const), wire: fc.nat(5), at: place }),
  fc.record({ kind: fc.constant("dissolve" as const), dot: fc.constantFrom("reroute", "reroute2") }),
  fc.record({ kind: fc.constant("expand" as const), id }),
  fc.record({ kind: fc.constant("collapse" as const), ids: fc.uniqueArray(id, { minLength: 1 }) }),
  fc.record({ kind: fc.constant("settle" as const), id }),
);
type Made = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** What a node could be expanded into. */
const twoInRow: Expansion = {
  nodes: ["p", "q"].map((part) => ({ id: part, type: "number", params: {}, at: [0, 0] })),
  wires: [{ from: ["p", "value"], to: ["q", "value"] }],
  frames: [{ label: "Two", nodes: ["p", "q"] }],
  inputs: { value: [["p", "value"]] },
  outputs: { value: ["q", "value"] },
  size: { width: 200, height: 100 },
};

/** One node for several: it takes nothing, and gives what the last of them gave. */
const oneFor = (ids: readonly string[]): Collapse => ({
  nodes: ids,
  params: {},
  inputs: {},
  outputs: { value: [ids.at(-1) ?? "", "value"] },
});

/** The change as a step of the history. */
function stepOf(made: Exclude<Made, { kind: "settle" }>): Change {
  switch (made.kind) {
    case "add":
      return (document) =>
        document.nodes.some((node) => node.id === made.id)
          ? document
          : edit.addNode({ id: made.id, type: "number", params: {}, at: made.at })(document);
    case "remove":
      return edit.removeNodes(new Set([made.id]));
    case "param":
      return edit.setParam(made.id, "value", made.value);
    case "label":
      return edit.labelNode(made.id, made.label);
    case "move":
      return edit.moveNodes(new Map([[made.id, made.at]]));
    case "connect":
      return edit.connect({ from: [made.id, "value"], to: [made.to, "value"] });
    case "disconnect":
      return edit.disconnect([made.id, "value"]);
    case "rename":
      return edit.rename(made.id);
    case "bypass":
      return edit.bypassNodes(new Set(made.ids), made.bypassed);
    case "resize":
      return edit.resizeNode(made.id, made.width, made.height);
    case "write":
      return edit.setParam(made.id, "text", made.text);
    case "dot":
      return (document) => {
        const wire = document.wires[made.wire];
        return wire ? dots.insert(catalogue, wire, made.at)(document) : document;
      };
    case "dissolve":
      return dots.remove(catalogue, new Set([made.dot]));
    case "expand":
      return unfold.expand(made.id, twoInRow, { right: 0, bottom: 0, by: [40, 20] });
    case "collapse":
      return unfold.collapse("number", oneFor(made.ids), { right: 0, bottom: 0, by: [-40, -20] });
    case "frame":
      return frameEdit.add("frame", new Set(made.ids), made.id);
    case "frameLabel":
      return frameEdit.label(made.id, made.label);
    case "frameColor":
      return frameEdit.color(made.id, made.color);
    case "join":
      return frameEdit.join(made.id, new Set(made.ids));
    case "leave":
      return frameEdit.leave(new Set(made.ids));
    case "unframe":
      return frameEdit.remove(made.id);
    case "paste":
      return (document) => {
        const nodes = document.nodes.filter((node) => node.id === made.id);
        return nodes.length === 0 ? document : paste({ nodes, wires: [], frames: [] }, [24, 24])(document);
      };
  }
}

function apply(store: ReturnType<typeof createDocumentStore>, made: Made): void {
  if (made.kind === "settle") store.settle();
  else
    store.change(
      made.kind,
      stepOf(made),
      (made.kind === "param" || made.kind === "write") && made.group ? `${made.kind}.${made.id}` : undefined,
    );
}

function undoAll(store: ReturnType<typeof createDocumentStore>): number {
  let steps = 0;
  for (; store.getState().past.length > 0; steps++) store.undo();
  return steps;
}

describe("the history of a document", () => {
  it("gives the first document back when all is undone, and the last when all is redone", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const store = createDocumentStore("graph", empty);
        for (const made of changes) apply(store, made);
        const last = store.getState().document;
        const steps = undoAll(store);
        expect(store.getState().document).toBe(empty);
        for (let step = 0; step < steps; step++) store.redo();
        expect(store.getState().document).toBe(last);
        expect(store.getState().future).toEqual([]);
      }),
    );
  });

  it("never modifies a document that it has shown", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const store = createDocumentStore("graph", empty);
        const seen: [GraphDocument, string][] = [];
        for (const made of changes) {
          apply(store, made);
          const { document } = store.getState();
          seen.push([document, JSON.stringify(document)]);
        }
        for (const [document, then] of seen) expect(JSON.stringify(document)).toBe(then);
      }),
    );
  });

  it("keeps ids unique whatever is pasted", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const store = createDocumentStore("graph", empty);
        for (const made of changes) apply(store, made);
        const ids = store.getState().document.nodes.map((node) => node.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("keeps frames whole: under ids of their own, each with nodes that exist, none twice", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const store = createDocumentStore("graph", empty);
        for (const made of changes) apply(store, made);
        const { nodes, frames } = store.getState().document;
        const there = new Set(nodes.map((node) => node.id));
        for (const frame of frames) {
          expect(frame.nodes.length).toBeGreaterThan(0);
          expect(new Set(frame.nodes).size).toBe(frame.nodes.length);
          expect(frame.nodes.filter((node) => !there.has(node))).toEqual([]);
        }
        expect(new Set(frames.map((frame) => frame.id)).size).toBe(frames.length);
      }),
    );
  });

  it("groups typed edits of one field until they are settled", () => {
    const store = createDocumentStore("graph", {
      ...empty,
      nodes: [{ id: "n", type: "number", params: {}, at: [0, 0] }],
    });
    for (const value of [1, 12, 123]) store.change("type", edit.setParam("n", "value", value), "n.value");
    expect(store.getState().past).toHaveLength(1);
    store.settle();
    store.change("type", edit.setParam("n", "value", 4), "n.value");
    expect(store.getState().past).toHaveLength(2);
    store.undo();
    expect(store.getState().document.nodes[0]?.params).toEqual({ value: 123 });
    store.undo();
    expect(store.getState().document.nodes[0]?.params).toEqual({});
  });

  it("leaves no step for a change that changes nothing", () => {
    const store = createDocumentStore("graph", empty);
    store.change("rename", edit.rename("Empty"));
    store.change("disconnect", edit.disconnect(["a", "z"]));
    store.change("remove", edit.removeNodes(new Set(["a"])));
    expect(store.getState().past).toEqual([]);
  });

  it("forgets what was undone once something new is done", () => {
    const store = createDocumentStore("graph", empty);
    store.change("rename", edit.rename("One"));
    store.undo();
    store.change("rename", edit.rename("Two"));
    store.redo();
    expect(store.getState().document.name).toBe("Two");
  });

  it("opens another document without the history of the one before", () => {
    const store = createDocumentStore("graph", empty);
    store.change("rename", edit.rename("One"));
    store.open("other", { ...empty, name: "Other" });
    store.undo();
    expect(store.getState().document.name).toBe("Other");
  });
});
