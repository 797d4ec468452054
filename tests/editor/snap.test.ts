import { describe, expect, it } from "vitest";
import { snapTo } from "../../editor/canvas/snap.ts";

const box = (left: number, top: number, width = 100, height = 60) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe("a dragged box", () => {
  it("goes to the grid where nothing is near", () => {
    expect(snapTo(box(11, 22), [], 6)).toEqual({ by: [1, 2], guides: [] });
  });

  it("goes to an edge of another within reach, and shows the line through both", () => {
    const { by, guides } = snapTo(box(203, 302), [box(200, 0)], 6);
    expect(by).toEqual([-3, 2]);
    expect(guides).toContainEqual({ axis: "x", at: 200, from: 0, to: 364 });
  });

  it("goes to the centre of a box of another width", () => {
    const { by, guides } = snapTo(box(27, 300, 50), [box(0, 0)], 6);
    expect(by[0]).toBe(-2);
    expect(guides.map(({ at }) => at)).toEqual([50]);
  });

  it("does not take an edge for a centre", () => {
    expect(snapTo(box(52, 300), [box(0, 0)], 6).guides).toEqual([]);
  });

  it("stands beside another, edge on edge", () => {
    expect(snapTo(box(104, 300), [box(0, 0)], 6).by[0]).toBe(-4);
  });

  it("takes each axis for itself", () => {
    const { by, guides } = snapTo(box(203, 401), [box(200, 0), box(800, 400)], 6);
    expect(by).toEqual([-3, -1]);
    expect(guides.some(({ axis }) => axis === "x") && guides.some(({ axis }) => axis === "y")).toBe(true);
  });

  it("takes the nearest of several", () => {
    expect(snapTo(box(204, 300), [box(200, 0), box(206, 900)], 6).by[0]).toBe(2);
  });
});
