import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GraphError, parseGraph } from "../../engine/graph.ts";
import { flawIn, param } from "../../engine/param.ts";
import { longestSheet, sheetOf } from "../../engine/pictures.ts";
import { catalogue } from "../../nodes/index.ts";

const good = { count: 3, size: 64, png: "iVBORw0KGgo=" };

/** What a graph whose only node keeps these pictures is refused for. */
function refusal(pictures: unknown): string {
  const nodes = [{ id: "n", type: "imageDataset", params: { set: "own", pictures } }];
  try {
    parseGraph({ format: "ganglion/graph", version: 1, nodes }, catalogue);
    return "";
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.message;
  }
}

describe("pictures in a document", () => {
  it("are taken as they are", () => {
    expect(refusal(good)).toBe("");
    expect(refusal({ count: 0, size: 64, png: "" })).toBe("");
    const spec = param.pictures("Pictures.");
    expect(flawIn(spec, spec.default)).toBeNull();
  });

  it.each([
    ["all", 'pictures: expected pictures, as count, size and png, got "all"'],
    [[good], "pictures: expected pictures, as count, size and png, got a list"],
    [{ ...good, count: 2001 }, "pictures.count: expected an integer from 0 to 2000, got 2001"],
    [{ ...good, count: 1.5 }, "pictures.count: expected an integer from 0 to 2000, got 1.5"],
    [{ ...good, size: 65 }, "pictures.size: expected an integer from 8 to 64, got 65"],
    [{ count: 1, png: "iVBORw0KGgo=" }, "pictures.size: expected an integer from 8 to 64, got nothing"],
    [{ ...good, png: 7 }, "pictures.png: expected a PNG in base64, got 7"],
    [{ ...good, png: "" }, 'pictures.png: expected a PNG in base64, got ""'],
    [{ ...good, count: 0 }, 'pictures.png: expected no PNG, got "iVBORw0KGgo="'],
    [
      { ...good, png: "A".repeat(longestSheet + 1) },
      "pictures.png: expected at most 16000000 characters, got 16000001",
    ],
    [{ ...good, names: [] }, "pictures.names: expected count, size and png alone, got a list"],
  ])("are refused with place and reason", (pictures, reason) => {
    expect(refusal(pictures)).toBe(`nodes[0].params.${reason}`);
  });
});

it("a sheet has room for each picture, and no row without one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (count) => {
      const { columns, rows } = sheetOf(count);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect(columns * (rows - 1)).toBeLessThan(count);
      expect(columns).toBeLessThanOrEqual(32);
    }),
  );
});
