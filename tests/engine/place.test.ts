import { describe, expect, it } from "vitest";
import { GraphError, parseGraph } from "../../engine/graph.ts";
import { flawIn, param } from "../../engine/param.ts";
import { cellAt } from "../../engine/place.ts";
import { catalogue } from "../../nodes/index.ts";

const spec = param.place("Where.");

/** What a graph whose only node points there is refused for. */
function refusal(place: unknown): string {
  const nodes = [{ id: "n", type: "unitsAt", params: { place } }];
  try {
    parseGraph({ format: "ganglion/graph", version: 1, nodes }, catalogue);
    return "";
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.message;
  }
}

describe("a place in a document", () => {
  it.each([[[0, 0]], [[1, 1]], [[0.25, 0.999]]])("is taken as it is: %j", (place) => {
    expect(refusal(place)).toBe("");
  });

  it("is the middle where nobody pointed", () => {
    expect(spec.default).toEqual([0.5, 0.5]);
    expect(flawIn(spec, spec.default)).toBeNull();
  });

  const pair = "expected two numbers from 0 to 1, from the left and from the top";
  it.each([
    ["middle", `place: ${pair}, got "middle"`],
    [{ x: 0.5, y: 0.5 }, `place: ${pair}, got an object`],
    [[0.5], `place: ${pair}, got a list`],
    [[0.5, 0.5, 0], `place: ${pair}, got a list`],
    [[1.4, 0.5], "place[0]: expected a number from 0 to 1, got 1.4"],
    [[0.5, -0.1], "place[1]: expected a number from 0 to 1, got -0.1"],
    [[0.5, "0.5"], 'place[1]: expected a number from 0 to 1, got "0.5"'],
    [[null, 0.5], "place[0]: expected a number from 0 to 1, got null"],
  ])("is refused with place and reason: %j", (place, reason) => {
    expect(refusal(place)).toBe(`nodes[0].params.${reason}`);
  });
});

describe("the cell of a place", () => {
  const grid = { rows: 2, columns: 4 };
  it.each([
    [[0, 0], { row: 0, column: 0 }],
    [[0.2499, 0.4999], { row: 0, column: 0 }],
    [[0.25, 0.5], { row: 1, column: 1 }],
    [[1, 1], { row: 1, column: 3 }],
  ] as const)("of %j is %j", (place, cell) => {
    expect(cellAt(place, grid)).toEqual(cell);
  });
});
