import { describe, expect, it } from "vitest";
import {
  type Picture,
  pictured,
  smallPicture,
  sourceOf,
  stoodAt,
  untrodden,
} from "../../editor/controls/brush/trail.ts";
import type { GraphDocument, Wire } from "../../engine/document.ts";
import type { Preview } from "../../engine/preview.ts";
import type { Stroke } from "../../engine/strokes.ts";

const stroke = (brush: string): Stroke => ({ mode: "paint", brush, size: 0.2, points: [[0.5, 0.5]] });
const [a, b, c] = [stroke("a"), stroke("b"), stroke("a")];
const picture = (grey: number): Picture => ({
  width: 1,
  height: 1,
  pixels: Uint8ClampedArray.of(grey, grey, grey, 255),
});
const always = () => ["same"];

/** Nothing painted, then a, then b, each with its picture. */
const trodden = [[], [a], [a, b]].reduce(
  (trail, strokes, grey) => pictured(trail, strokes, picture(grey), always),
  untrodden,
);

describe("the trail of a painted picture", () => {
  it("keeps a picture of each state", () => {
    expect(trodden.strokes).toEqual([a, b]);
    expect([...trodden.pictures].map(([last, { pixels }]) => [last, pixels[0]])).toEqual(
      expect.arrayContaining([
        [null, 0],
        [a, 1],
        [b, 2],
      ]),
    );
  });

  it("keeps what lies ahead while one goes back, until something else is painted", () => {
    expect(stoodAt(trodden, [a])).toBe(trodden);
    expect(stoodAt(trodden, [])).toBe(trodden);
    const other = pictured(trodden, [a, c], picture(3), always);
    expect(other.strokes).toEqual([a, c]);
    expect([...other.pictures.keys()]).toEqual(expect.arrayContaining([null, a, c]));
    expect(other.pictures.has(b)).toBe(false);
  });

  it("drops pictures that something else than the strokes has changed since", () => {
    const later = pictured(trodden, [a, b], picture(9), (strokes) => [
      strokes.length === 0 ? "same" : "other",
    ]);
    expect([...later.pictures.keys()]).toEqual([b, null]);
    expect(later.strokes).toEqual([a, b]);
  });
});

describe("what a picture is made from", () => {
  const wire = (from: string, to: string): Wire => ({ from: [from, "out"], to: ["n", to] });
  const document = (over: Partial<GraphDocument> = {}, strokes: readonly Stroke[] = []): GraphDocument => ({
    format: "ganglion/graph",
    version: 1,
    name: "",
    about: "",
    nodes: [
      { id: "n", type: "paintUnits", params: { strokes, value: 2 }, at: [0, 0] },
      { id: "m", type: "generate", params: seed, at: [0, 0] },
    ],
    wires,
    frames: [],
    ...over,
  });
  const seed = { seed: 1 };
  const wires = [wire("m", "features")];
  const source = (of: GraphDocument, idle: string[] = []) => sourceOf(of, "n", "strokes", new Set(idle));

  it("is neither its strokes nor where nodes stand", () => {
    const moved = document().nodes.map((node) => ({ ...node, at: [9, 9] as const, params: node.params }));
    expect(source(document({ nodes: moved }, [a]))).toEqual(source(document()));
  });

  it("is every param and wire before it, and its own other params", () => {
    const other = document().nodes.map((node) => ({ ...node, params: { ...node.params, value: 3 } }));
    expect(source(document({ nodes: other }))).not.toEqual(source(document()));
    expect(source(document({ wires: [] }))).not.toEqual(source(document()));
  });

  it("is no brush that was not painted with", () => {
    const more = document({ wires: [...wires, wire("m", "b")] });
    expect(source(more, ["b"])).toEqual(source(document(), ["b"]));
    expect(source(more)).not.toEqual(source(document()));
  });
});

describe("a small picture", () => {
  it("has at most 64 pixels a side, every so many of the first sample", () => {
    const samples = [new Uint8ClampedArray(130 * 65 * 4).map((_, i) => Math.floor(i / 4) % 130)];
    const preview: Preview = { kind: "pixels", width: 130, height: 65, samples, total: 1, columns: null };
    const small = smallPicture(preview);
    expect(small).toMatchObject({ width: 44, height: 22 });
    expect([...(small?.pixels ?? [])].filter((_, i) => i % 4 === 0).slice(0, 4)).toEqual([0, 3, 6, 9]);
  });
});
