import { describe, expect, it } from "vitest";
import { conceptsOf } from "../../editor/conceptsOf.ts";
import type { Card } from "../../engine/card.ts";
import type { GraphDocument } from "../../engine/document.ts";
import { catalogue } from "../../nodes/index.ts";

const node = (id: string, type: string, params = {}) => ({ id, type, params, at: [0, 0] as const });
const graph: GraphDocument = {
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes: [
    node("seg", "segment", { model: "faces" }),
    node("iou", "unitIoU"),
    node("pick", "selectUnits"),
    node("free", "selectUnits"),
  ],
  wires: [
    { from: ["seg", "segmentation"], to: ["iou", "segmentation"] },
    { from: ["iou", "scores"], to: ["pick", "scores"] },
  ],
  frames: [],
};
const card = {
  id: "faces",
  kind: "segmenter",
  classes: ["none", "eye", "hair"],
  ignore: [0],
} as unknown as Card;

describe("the concepts before a node", () => {
  it("are the classes of the nearest segmenter but those that it ignores", () => {
    expect(conceptsOf(graph, catalogue, [card], "pick")).toEqual(["eye", "hair"]);
  });

  it("are none where no segmenter is, or none is known by that name", () => {
    expect(conceptsOf(graph, catalogue, [card], "free")).toEqual([]);
    expect(conceptsOf(graph, catalogue, [], "pick")).toEqual([]);
  });
});
