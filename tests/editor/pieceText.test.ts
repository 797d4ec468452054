import { describe, expect, it } from "vitest";
import { pieceOf } from "../../editor/piece.ts";
import { isPieceText, readPiece, writePiece } from "../../editor/pieceText.ts";
import type { GraphDocument } from "../../engine/document.ts";
import { catalogue } from "../../nodes/index.ts";

const node = (id: string, type: string) => ({ id, type, params: {}, at: [0, 0] as const });
const document: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes: [node("z", "sampleLatent"), node("map", "mapping"), node("cut", "truncate")],
  wires: [
    { from: ["z", "z"], to: ["map", "z"] },
    { from: ["map", "w"], to: ["cut", "w"] },
  ],
  frames: [{ id: "f", label: "Style", nodes: ["map", "cut"] }],
};
const piece = pieceOf(document, new Set(["map", "cut"]));
const text = writePiece(piece, "mine");

describe("a piece as text", () => {
  it("comes back whole where it goes home", async () => {
    expect(isPieceText(text)).toBe(true);
    const back = await readPiece(text, catalogue, { id: "mine", document });
    expect(back.nodes).toEqual(piece.nodes);
    expect(back.frames).toEqual(piece.frames);
    expect(new Set(back.wires)).toEqual(new Set(piece.wires));
  });

  it("comes without the wires from outside into any other graph", async () => {
    expect((await readPiece(text, catalogue, { id: "other", document })).wires).toEqual([document.wires[1]]);
    expect((await readPiece(text, catalogue, null)).wires).toEqual([document.wires[1]]);
  });

  it("drops a wire from outside whose source is gone or is something else by now", async () => {
    const gone = { ...document, nodes: document.nodes.slice(1), wires: document.wires.slice(1) };
    expect((await readPiece(text, catalogue, { id: "mine", document: gone })).wires).toHaveLength(1);
    const other = { ...gone, nodes: [node("z", "number"), ...gone.nodes] };
    expect((await readPiece(text, catalogue, { id: "mine", document: other })).wires).toHaveLength(1);
  });

  it.each([
    ["is cut off", text.slice(0, -5), /cut off/],
    ["has a bad param", text.replace('"params":{}', '"params":{"psi":"x"}'), /^nodes\[0\]\.params\.psi: /],
    ["has no nodes", '{"format":"ganglion/piece","version":1}', /^nodes: /],
    ["is of a later version", text.replace('"version":1', '"version":2'), /^version: expected 1, got 2/],
    ["has an id twice", text.replace('"id":"cut"', '"id":"map"'), /^nodes\[1\]\.id: /],
  ])("that %s is refused with where and why", async (_, wrong, reason) => {
    expect(isPieceText(wrong)).toBe(true);
    await expect(readPiece(wrong, catalogue, null)).rejects.toThrow(reason);
  });

  it("is not any other text", () => {
    for (const other of ["", "hello", "{}", '{"format":"ganglion/graph"}', "[1, 2]"])
      expect(isPieceText(other)).toBe(false);
  });
});
