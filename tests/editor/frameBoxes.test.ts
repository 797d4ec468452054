import { expect, it } from "vitest";
import { frameBoxes } from "../../editor/canvas/frameBoxes.ts";

const boxOf = (id: string) => {
  const left = { a: 0, b: 100, c: 300 }[id];
  return left === undefined ? null : { left, top: 0, right: left + 50, bottom: 40 };
};
const frame = (id: string, ...nodes: string[]) => ({ id, label: id, nodes });

it("draws an outer frame round the inner ones with room between their edges, and first", () => {
  const boxes = frameBoxes([frame("inner", "a", "b"), frame("outer", "a", "b", "c")], boxOf);
  expect([...boxes.keys()]).toEqual(["outer", "inner"]);
  expect(boxes.get("inner")).toEqual({ left: -10, top: -26, right: 160, bottom: 54 });
  expect(boxes.get("outer")).toEqual({ left: -20, top: -52, right: 360, bottom: 68 });
});

it("draws no frame whose nodes are nowhere", () => {
  expect([...frameBoxes([frame("gone", "x")], boxOf)]).toEqual([]);
});
