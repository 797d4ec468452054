import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphInLink, isLink, linkTo } from "../../../editor/handing/link.ts";

const address = "http://localhost:4173/?x=1#sample=02-style-mixing.json";
const graph = JSON.stringify({ format: "ganglion/graph", name: "Mischung 混合 😀", nodes: [], wires: [] });

describe("a link", () => {
  it("carries any text there and back, in letters that every program leaves alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }), async (text) => {
        const link = await linkTo(text, address);
        expect(link).toMatch(/^http:\/\/localhost:4173\/\?x=1#graph=[\w-]+$/);
        expect(isLink(link)).toBe(true);
        expect(await graphInLink(link)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it("is shorter than the text of a graph", async () => {
    const nodes = Array.from({ length: 200 }, (_, at) => ({ id: `n${at}`, type: "adainLayer", at: [at, 0] }));
    const text = JSON.stringify({ nodes });
    expect((await linkTo(text, address)).length).toBeLessThan(text.length / 4);
  });

  it("that is cut off, changed or empty carries nothing", async () => {
    const link = await linkTo(graph, address);
    for (const length of [1, 5, 40]) expect(await graphInLink(link.slice(0, -length))).toBeNull();
    expect(await graphInLink(link.replace("#graph=", "#graph=AAAA"))).toBeNull();
    expect(await graphInLink("#graph=")).toBeNull();
    expect(await graphInLink(address)).toBeNull();
    expect(isLink(address)).toBe(false);
  });

  it("does not unfold into more than a graph can be", async () => {
    const link = await linkTo(" ".repeat(21 * 1024 * 1024), address);
    expect(link.length).toBeLessThan(64 * 1024);
    expect(await graphInLink(link)).toBeNull();
  });
});
