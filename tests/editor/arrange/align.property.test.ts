import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, sides } from "../../../editor/arrange/align.ts";
import { around, type Box } from "../../../editor/box.ts";
import { boxes, put } from "./boxes.ts";

const lineOf = ({ left, top, right, bottom }: Box) => ({
  left,
  centre: (left + right) / 2,
  right,
  top,
  middle: (top + bottom) / 2,
  bottom,
});

describe("aligning", () => {
  it("brings all to one line, to the pixel", () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...sides), (before, side) => {
        const lines = [...put(before, align(before, side)).values()].map((box) => lineOf(box)[side]);
        expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("moves across or down, never both, and not out of the box round all", () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...sides), (before, side) => {
        const after = put(before, align(before, side));
        const [all, then] = [around([...before.values()]), around([...after.values()])] as [Box, Box];
        for (const [id, box] of before)
          expect(["left", "centre", "right"].includes(side) ? after.get(id)?.top : after.get(id)?.left).toBe(
            ["left", "centre", "right"].includes(side) ? box.top : box.left,
          );
        expect(then.left).toBeGreaterThanOrEqual(all.left);
        expect(then.right).toBeLessThanOrEqual(all.right);
        expect(then.top).toBeGreaterThanOrEqual(all.top);
        expect(then.bottom).toBeLessThanOrEqual(all.bottom);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom("left", "right", "top", "bottom"), (before, side) => {
        const once = put(before, align(before, side));
        expect(put(once, align(once, side))).toEqual(once);
      }),
    );
  });

  it("has nothing to do where there is nothing", () => {
    expect(align(new Map(), "left").size).toBe(0);
  });
});
