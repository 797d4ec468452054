import { describe, expect, it } from "vitest";
import { GraphError, parseGraph } from "../../engine/graph.ts";
import { flawIn, param } from "../../engine/param.ts";
import { catalogue } from "../../nodes/index.ts";

const spec = param.strokes("Strokes.");
const good = { mode: "paint", size: 0.2, points: [[0.5, 0.5]] };

/** What a graph whose only node is painted like this is refused for. */
function refusal(strokes: unknown, type = "paintRegion"): string {
  const nodes = [{ id: "n", type, params: { strokes } }];
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
    [[{ ...good, brush: "a" }], 'strokes[0].brush: expected mode, size and points alone, got "a"'],
    [[{ ...good, color: "red" }], 'strokes[0].color: expected mode, size and points alone, got "red"'],
  ])("are refused with place and reason: %j", (strokes, reason) => {
    expect(refusal(strokes)).toBe(`nodes[0].params.${reason}`);
  });
});

describe("strokes of several brushes", () => {
  const several = { ...good, brush: "b" };

  it("say which they are of; an eraser may be of none", () => {
    expect(refusal([several, { ...several, mode: "erase" }, { ...good, mode: "erase" }], "paintUnits")).toBe(
      "",
    );
  });

  it.each([
    [[good], "strokes[0].brush: expected one of a, b, c, d, got nothing"],
    [[several, { ...several, brush: "e" }], 'strokes[1].brush: expected one of a, b, c, d, got "e"'],
    [[{ ...several, mode: "erase", brush: 1 }], "strokes[0].brush: expected one of a, b, c, d, got 1"],
    [[{ ...several, mode: "draw" }], 'strokes[0].mode: expected one of paint, erase, got "draw"'],
    [
      [{ ...several, units: [1] }],
      "strokes[0].units: expected mode, brush, size and points alone, got a list",
    ],
    [[{ ...several, size: 3 }], "strokes[0].size: expected a number above 0, up to 2, got 3"],
    [[{ ...several, points: [] }], "strokes[0].points: expected at least one point, got a list"],
  ])("are refused with place and reason: %j", (strokes, reason) => {
    expect(refusal(strokes, "paintUnits")).toBe(`nodes[0].params.${reason}`);
  });
});
