import { describe, expect, it } from "vitest";
import { entersBox, farFrom, meets } from "../../editor/canvas/course.ts";
import { cornersOf, routeOf } from "../../editor/canvas/route.ts";

const wire = cornersOf(routeOf({ id: "", source: "", from: [0, 0], to: [100, 40], lane: 0 }));

describe("the course of a wire", () => {
  it("runs out, turns once and runs in", () => {
    expect(wire).toEqual([
      [0, 0],
      [82, 0],
      [82, 40],
      [100, 40],
    ]);
  });

  it("begins and ends at its sockets where the target lies behind", () => {
    const behind = cornersOf(routeOf({ id: "", source: "", from: [100, 0], to: [0, 90], lane: 0 }));
    expect(behind[0]).toEqual([100, 0]);
    expect(behind.at(-1)).toEqual([0, 90]);
    expect(Math.max(...behind.map(([x]) => x))).toBeGreaterThan(100);
    const between = { id: "", source: "", from: [100, 0], to: [0, 90], lane: 0, between: [30, 50] } as const;
    expect(cornersOf(routeOf(between))).toContainEqual([118, 40]);
  });

  it("is met by a stroke that crosses it, and by none that stays on one side", () => {
    expect(
      meets(wire, [
        [40, -20],
        [50, 20],
      ]),
    ).toBe(true);
    expect(
      meets(wire, [
        [40, 10],
        [70, 30],
      ]),
    ).toBe(false);
    expect(
      meets(wire, [
        [120, 0],
        [120, 80],
      ]),
    ).toBe(false);
  });

  it("enters the boxes through which it runs", () => {
    expect(entersBox(wire, { left: 30, top: -10, right: 50, bottom: 10 })).toBe(true);
    expect(entersBox(wire, { left: -10, top: -10, right: 10, bottom: 10 })).toBe(true);
    expect(entersBox(wire, { left: 10, top: 10, right: 70, bottom: 30 })).toBe(false);
  });

  it("knows how far it stays from a point", () => {
    expect(farFrom(wire, [40, 7])).toBe(7);
    expect(farFrom(wire, [103, 44])).toBe(5);
  });
});
