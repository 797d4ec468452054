import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Brush, lengthened, strokePoint, touchOf } from "../../editor/controls/brush/brush.ts";
import { param } from "../../engine/param.ts";

const point = fc.tuple(
  fc.double({ min: -9, max: 9, noNaN: true }),
  fc.double({ min: -9, max: 9, noNaN: true }),
);

describe("a stroke as it is drawn", () => {
  it("is one that the document takes, wherever the pointer goes", () => {
    const spec = param.strokes("Strokes.");
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), (way) => {
        const [first, ...rest] = way.map(([x, y]) => strokePoint(x, y));
        const points = lengthened(first ? [first] : [], rest, 0.2);
        expect(spec.accepts([{ mode: "paint", size: 0.2, points }])).toBe(true);
      }),
    );
  });

  it("leaves out points that lie within a twelfth of the brush", () => {
    const way = Array.from({ length: 101 }, (_, step) => strokePoint(step / 100, 0.5));
    expect(lengthened([], way, 0.54)).toHaveLength(21);
    expect(lengthened([], way, 0.06)).toHaveLength(101);
  });

  it("stays the same list while nothing is added", () => {
    const points = [strokePoint(0.5, 0.5)];
    expect(lengthened(points, [strokePoint(0.5001, 0.5)], 0.2)).toBe(points);
  });
});

describe("what the brush does", () => {
  const held: Brush = { size: 0.2, erase: false, port: null, giveBack: false };
  const alt = { alt: true, otherEnd: false };
  const otherEnd = { alt: false, otherEnd: true };

  it("is to paint or erase a mask, with Alt the other of the two; the other end of a pen erases", () => {
    expect(touchOf(held, null)).toEqual({ mode: "paint" });
    expect(touchOf(held, null, alt)).toEqual({ mode: "erase" });
    expect(touchOf({ ...held, erase: true }, null, alt)).toEqual({ mode: "paint" });
    expect(touchOf({ ...held, erase: true }, null, otherEnd)).toEqual({ mode: "erase" });
  });

  it("is to put units in or take them out, of the brush that is chosen, else of the first that is wired", () => {
    expect(touchOf({ ...held, port: "b" }, ["a", "b"])).toEqual({ mode: "paint", brush: "b" });
    expect(touchOf({ ...held, port: "c" }, ["a", "b"], alt)).toEqual({ mode: "erase", brush: "a" });
    expect(touchOf(held, [])).toBeNull();
  });

  it("is to give back with the eraser of no brush, and the other end of a pen", () => {
    expect(touchOf({ ...held, giveBack: true, port: "a" }, ["a"], alt)).toEqual({ mode: "erase" });
    expect(touchOf({ ...held, port: "a" }, ["a"], otherEnd)).toEqual({ mode: "erase" });
  });
});
