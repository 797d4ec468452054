import { describe, expect, it } from "vitest";
import { GraphError, parseGraph } from "../../engine/graph.ts";
import { flawIn, param } from "../../engine/param.ts";
import { catalogue } from "../../nodes/index.ts";

const spec = param.strokes("Strokes.");
const good = { mode: "paint", size: 0.2, points: [[0.5, 0.5]] };

/** What a graph whose only node is painted like this is refused for. */
function refusal(strokes: unknown): string {
  const nodes = [{ id: "n", type: "paintRegion", params: { strokes } }];
  try {
    parseGraph({ format: "ganglion/graph", version: 1, nodes }, catalogue);
    return "";
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.message;
  }
}

describe("strokes in a document", () => {
  it("are taken as they are", () => {
    expect(refusal([good, { ...good, mode: "erase", points: [good.points[0], [-0.2, 1.7]] }])).toBe("");
    expect(refusal([])).toBe("");
    expect(flawIn(spec, spec.default)).toBeNull();
  });

  it.each([
    ["all", 'strokes: expected a list of strokes, each with mode, size and points, got "all"'],
    [[good, 7], "strokes[1]: expected a stroke with mode, size and points, got 7"],
    [[{ ...good, mode: "draw" }], 'strokes[0].mode: expected one of paint, erase, got "draw"'],
    [[{ mode: "paint", points: [] }], "strokes[0].size: expected a number above 0, up to 2, got nothing"],
    [[{ ...good, size: 0 }], "strokes[0].size: expected a number above 0, up to 2, got 0"],
    [[{ ...good, points: [] }], "strokes[0].points: expected at least one point, got a list"],
    [[{ ...good, points: 1 }], "strokes[0].points: expected a list of points, got 1"],
    [
      [{ ...good, points: [[0, 1, 2]] }],
      "strokes[0].points[0]: expected two numbers from -1 to 2, got a list",
    ],
    [
      [
        {
          ...good,
          points: [
            [0, 0],
            [0, 9],
          ],
        },
      ],
      "strokes[0].points[1]: expected two numbers from -1 to 2, got a list",
    ],
    [[{ ...good, color: "red" }], 'strokes[0].color: expected mode, size and points alone, got "red"'],
  ])("are refused with place and reason: %j", (strokes, reason) => {
    expect(refusal(strokes)).toBe(`nodes[0].params.${reason}`);
  });
});
