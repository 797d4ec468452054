import { describe, expect, it } from "vitest";
import { GraphError, parseGraph } from "../../engine/graph.ts";
import { flawIn, param } from "../../engine/param.ts";
import { catalogue } from "../../nodes/index.ts";

/** What a graph whose only node holds these points is refused for. */
function refusal(drawn: unknown): string {
  const nodes = [{ id: "n", type: "pointDataset", params: { shape: "drawn", drawn } }];
  try {
    parseGraph({ format: "ganglion/graph", version: 1, nodes }, catalogue);
    return "";
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.message;
  }
}

describe("points set by hand, in a document", () => {
  it("are taken as they are", () => {
    expect(
      refusal([
        [0, 0],
        [-2, 2],
        [0.123456, 1],
      ]),
    ).toBe("");
    expect(refusal([])).toBe("");
    const spec = param.points("Points.");
    expect(flawIn(spec, spec.default)).toBeNull();
  });

  const pair = "expected [x, y], both from -2 to 2";
  it.each([
    ["all", 'drawn: expected a list of points, each [x, y], both from -2 to 2, got "all"'],
    [[[0, 0], 7], `drawn[1]: ${pair}, got 7`],
    [[[0, 0], [0, 0], [0, 0], [1]], `drawn[3]: ${pair}, got a list`],
    [[[0, 0, 0]], `drawn[0]: ${pair}, got a list`],
    [[{ x: 0, y: 0 }], `drawn[0]: ${pair}, got an object`],
    [[[0, 2.1]], "drawn[0][1]: expected a number from -2 to 2, got 2.1"],
    [[["0", 0]], 'drawn[0][0]: expected a number from -2 to 2, got "0"'],
    [[[0, null]], "drawn[0][1]: expected a number from -2 to 2, got null"],
    [Array.from({ length: 5001 }, () => [0, 0]), "drawn: expected at most 5000 points, got 5001"],
  ])("are refused with place and reason: %j", (drawn, reason) => {
    expect(refusal(drawn)).toBe(`nodes[0].params.${reason}`);
  });
});
