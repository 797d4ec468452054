import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axes, distribute } from "../../../editor/arrange/distribute.ts";
import type { Box } from "../../../editor/box.ts";
import { boxes, put } from "./boxes.ts";

const ends = {
  horizontal: ({ left, right }: Box) => [left, right] as const,
  vertical: ({ top, bottom }: Box) => [top, bottom] as const,
};
const three = boxes.filter(({ size }) => size > 2);

describe("distributing", () => {
  it("makes the gaps equal, to the pixel", () => {
    fc.assert(
      fc.property(three, fc.constantFrom(...axes), (before, axis) => {
        const places = distribute(before, axis);
        const after = put(before, places);
        const row = [...places.keys()].map((id) => ends[axis](after.get(id) as Box));
        const gaps = row.slice(1).map(([start], index) => start - (row[index]?.[1] ?? 0));
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("leaves the first and the last where they are, and moves along its axis alone", () => {
    fc.assert(
      fc.property(three, fc.constantFrom(...axes), (before, axis) => {
        const places = distribute(before, axis);
        const [first = "", last = ""] = [[...places.keys()][0], [...places.keys()].at(-1)];
        const after = put(before, places);
        expect(after.get(first)).toEqual(before.get(first));
        expect(after.get(last)).toEqual(before.get(last));
        const other = axis === "horizontal" ? "vertical" : "horizontal";
        for (const [id, box] of before) expect(ends[other](after.get(id) as Box)).toEqual(ends[other](box));
      }),
    );
  });

  it("does not depend on the order in which nodes were selected", () => {
    fc.assert(
      fc.property(three, fc.constantFrom(...axes), (before, axis) => {
        const turned = new Map([...before].reverse());
        expect(distribute(turned, axis)).toEqual(distribute(before, axis));
      }),
    );
  });

  it("needs three", () => {
    const two = new Map([
      ["a", { left: 0, top: 0, right: 80, bottom: 80 }],
      ["b", { left: 300, top: 0, right: 380, bottom: 80 }],
    ]);
    expect(distribute(two, "horizontal").size).toBe(0);
  });
});
