import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around, type Box, moved } from "../../../editor/box.ts";
import { fold } from "../../../editor/tidy/fold.ts";
import { boxes } from "../arrange/boxes.ts";

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const chain = (length: number) =>
  Array.from({ length }, (_, index) => ({
    left: index * 140,
    top: 0,
    right: index * 140 + 100,
    bottom: 160,
  }));
const folded = (all: readonly Box[]) => fold(all).map((way, index) => moved(all[index] as Box, way));

describe("folding a long row", () => {
  it("puts no box upon another", () => {
    fc.assert(
      fc.property(boxes, (some) => {
        const before = [...some.values()].map((box, index) => moved(box, [index * 300, 0]));
        const after = folded(before);
        for (const [index, a] of after.entries())
          for (const [other, b] of after.entries())
            if (index < other && meet(a, b))
              expect(meet(before[index] as Box, before[other] as Box)).toBe(true);
      }),
    );
  });

  it("makes a chain that is much too wide about as wide as a canvas, in its order", () => {
    const after = folded(chain(30));
    const { left, right, top, bottom } = around(after) as Box;
    expect((right - left) / (bottom - top)).toBeGreaterThan(0.8);
    expect((right - left) / (bottom - top)).toBeLessThan(2.2);
    for (const [index, box] of after.slice(1).entries()) {
      const before = after[index] as Box;
      expect(box.top > before.bottom || box.left > before.right).toBe(true);
    }
  });

  it("leaves what fits as it is", () => {
    for (const length of [1, 2, 4]) expect(folded(chain(length))).toEqual(chain(length));
  });

  it("cuts nothing that reaches over the cut", () => {
    const below = { left: 0, top: 200, right: 30 * 140, bottom: 260 };
    expect(folded([...chain(30), below])).toEqual([...chain(30), below]);
  });
});
