import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paste, pieceOf, unwired } from "../../editor/piece.ts";
import { type GraphDocument, graphFormat, graphVersion, type Wire } from "../../engine/document.ts";

const names = ["a", "b", "c", "a2", "layer16b", "7"] as const;
const picked = fc.subarray([...names]).map((ids) => new Set<string>(ids));
const point = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));

/** Any graph of these nodes: wires run from earlier to later ones, one into each. */
const graph = fc
  .record({
    ids: fc.subarray([...names], { minLength: 1 }),
    sources: fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
    framed: fc.subarray([...names]),
    at: point,
  })
  .map(({ ids, sources, framed, at }): GraphDocument => {
    const wires = ids.slice(1).flatMap((id, index): Wire[] => {
      const source = ids[(sources[index] ?? 0) % (index + 2)];
      return source === undefined || source === id ? [] : [{ from: [source, "value"], to: [id, "value"] }];
    });
    const inside = framed.filter((id) => ids.includes(id));
    return {
      format: graphFormat,
      version: graphVersion,
      name: "",
      about: "",
      nodes: ids.map((id, index) => ({ id, type: "number", params: {}, at: [at[0] + 200 * index, at[1]] })),
      wires,
      frames: inside.length === 0 ? [] : [{ id: "frame", label: "Framed", nodes: inside }],
    };
  });

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe("pasting", () => {
  it("keeps every id unique, of nodes and of frames, however often", () => {
    fc.assert(
      fc.property(graph, graph, picked, fc.integer({ min: 1, max: 4 }), (from, into, ids, times) => {
        let after = into;
        for (let time = 0; time < times; time++) after = paste(pieceOf(from, ids), [24, 24])(after);
        for (const all of [idsOf(after.nodes), idsOf(after.frames)])
          expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it("leaves everything that was there as it was", () => {
    fc.assert(
      fc.property(graph, graph, picked, (from, into, ids) => {
        const after = paste(pieceOf(from, ids), [24, 24])(into);
        expect(after.nodes.slice(0, into.nodes.length)).toEqual(into.nodes);
        expect(after.wires.slice(0, into.wires.length)).toEqual(into.wires);
        expect(after.frames.slice(0, into.frames.length)).toEqual(into.frames);
      }),
    );
  });

  it("moves all copies by the same way and keeps their wires, within and from outside", () => {
    fc.assert(
      fc.property(graph, picked, point, (document, ids, by) => {
        const piece = pieceOf(document, ids);
        const after = paste(piece, by)(document);
        const copies = after.nodes.slice(document.nodes.length);
        const original = new Map(copies.map(({ id }, index) => [id, piece.nodes[index]?.id]));
        expect(copies.map(({ at }) => at)).toEqual(
          piece.nodes.map(({ at }) => [at[0] + by[0], at[1] + by[1]]),
        );
        const back = after.wires.slice(document.wires.length).map(({ from, to }) => ({
          from: [original.get(from[0]) ?? from[0], from[1]],
          to: [original.get(to[0]), to[1]],
        }));
        expect(back).toEqual(document.wires.filter(({ to }) => ids.has(to[0])));
      }),
    );
  });

  it("makes no wire that starts nowhere, and puts no node into two frames", () => {
    fc.assert(
      fc.property(graph, graph, picked, (from, into, ids) => {
        const { nodes, wires, frames } = paste(pieceOf(from, ids), [0, 0])(into);
        const there = new Set(idsOf(nodes));
        for (const wire of wires) expect(there.has(wire.from[0]) && there.has(wire.to[0])).toBe(true);
        const framed = frames.flatMap((frame) => frame.nodes);
        expect(new Set(framed).size).toBe(framed.length);
        for (const id of framed) expect(there.has(id)).toBe(true);
      }),
    );
  });

  it("wires nothing to the graph where that is not wanted", () => {
    fc.assert(
      fc.property(graph, picked, (document, ids) => {
        const after = paste(unwired(pieceOf(document, ids)), [24, 24])(document);
        const old = new Set(idsOf(document.nodes));
        for (const { from, to } of after.wires.slice(document.wires.length))
          expect(old.has(from[0]) || old.has(to[0])).toBe(false);
      }),
    );
  });

  it("takes a frame along exactly where all its nodes go", () => {
    fc.assert(
      fc.property(graph, picked, (document, ids) => {
        const whole = document.frames.filter(({ nodes }) => nodes.every((id) => ids.has(id)));
        expect(pieceOf(document, ids).frames).toEqual(whole);
      }),
    );
  });
});
