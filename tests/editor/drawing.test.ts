import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawingOf } from "../../editor/canvas/drawing.ts";
import { pathOf, type Run, routeOf } from "../../editor/canvas/route.ts";

const run = (extra: Partial<Run> = {}): Run => ({
  id: "wire",
  source: "a.w",
  from: [0, 0],
  to: [200, 100],
  lane: 0,
  ...extra,
});

describe("the course of a wire", () => {
  it("runs straight between ports on one height", () => {
    expect(pathOf(routeOf(run({ to: [90, 0] })))).toBe("M0 0H90");
  });

  it("runs out, turns once 18 px before the target, and runs in", () => {
    expect(pathOf(routeOf(run()))).toBe("M0 0H172Q182 0 182 10V90Q182 100 192 100H200");
  });

  it("turns 6 px earlier for each next port", () => {
    expect(routeOf(run({ lane: 2 })).turn).toBe(170);
  });

  it("takes smaller corners where there is little room", () => {
    expect(routeOf(run({ to: [200, 8] })).radius).toBe(4);
  });

  it("curves back where the target lies behind", () => {
    expect(pathOf(routeOf(run({ to: [-100, 60] })))).toContain("C");
  });

  it("runs back between two nodes where there is room", () => {
    const path = pathOf(routeOf(run({ to: [-100, 200], between: [80, 120] })));
    expect(path).not.toContain("C");
    expect(path).toContain("H-108");
  });

  it("begins and ends at its sockets, and holds only finite numbers", () => {
    const coordinate = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, fc.nat(8), (x0, y0, x1, y1, lane) => {
        const path = pathOf(routeOf(run({ from: [x0, y0], to: [x1, y1], lane })));
        expect(path.startsWith(`M${x0} ${y0}`)).toBe(true);
        expect(path.endsWith(`${x1}`) || path.endsWith(`${x1} ${y1}`)).toBe(true);
        expect(path).not.toMatch(/NaN|Infinity/);
      }),
    );
  });
});

describe("all wires together", () => {
  it("marks where a trunk branches, once", () => {
    const drawn = drawingOf([
      run({ id: "one", to: [200, 100] }),
      run({ id: "two", to: [400, 100] }),
      run({ id: "three", to: [400, 200] }),
    ]);
    const dots = [...drawn.values()].flatMap(({ dots }) => dots);
    expect(dots).toContainEqual([182, 0]);
    expect(dots).toContainEqual([382, 100]);
    expect(new Set(dots.map(String)).size).toBe(dots.length);
  });

  it("marks nothing where one wire turns alone", () => {
    expect(drawingOf([run()]).get("wire")?.dots).toEqual([]);
  });

  it("breaks the lower wire for 7 px at a crossing", () => {
    const drawn = drawingOf([
      run({ id: "under", source: "b.w", from: [0, 50], to: [300, 50] }),
      run({ id: "over", to: [200, 100] }),
    ]);
    expect(drawn.get("under")?.path).toBe("M0 50H178.5M185.5 50H300");
  });

  it("breaks no wire at its own trunk", () => {
    const drawn = drawingOf([
      run({ id: "on", to: [300, 0] }),
      run({ id: "off", from: [0, -40], to: [200, 100] }),
    ]);
    expect(drawn.get("on")?.path).not.toContain("M182");
  });
});
