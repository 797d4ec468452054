import { describe, expect, it } from "vitest";
import { broadcastShape, joined, startsOf, stepsAlong, stepsOf } from "../../../engine/cpu/broadcast.ts";

describe("shapes that are spread against each other", () => {
  it("come to the shape that NumPy gives, and those that do not fit are named", () => {
    expect(broadcastShape([[4, 1, 3], [5, 1], []])).toEqual([4, 5, 3]);
    expect(broadcastShape([])).toEqual([]);
    expect(() => broadcastShape([[2, 3], [4]])).toThrow("[2,3] and [4] do not fit");
  });

  it("are gone along in C order, standing still where they are spread", () => {
    expect(stepsOf([4, 5, 3])).toEqual([15, 3, 1]);
    expect(stepsAlong([5, 1], [4, 5, 3])).toEqual([0, 1, 0]);
  });

  it("have as few axes as go the same way", () => {
    expect(joined([4, 5, 3], [stepsOf([4, 5, 3])])).toEqual([{ extent: 60, steps: [1] }]);
    expect(joined([4, 1, 3], [stepsAlong([3], [4, 1, 3]), stepsOf([4, 1, 3])])).toEqual([
      { extent: 4, steps: [0, 3] },
      { extent: 3, steps: [1, 1] },
    ]);
    expect(joined([1, 1], [[1, 1]])).toEqual([]);
  });

  it("begin anew for every step along the outer axes", () => {
    expect(
      startsOf(
        [
          { extent: 2, steps: [0, 6] },
          { extent: 2, steps: [1, 3] },
        ],
        2,
      ),
    ).toEqual([
      [0, 0],
      [1, 3],
      [0, 6],
      [1, 9],
    ]);
    expect(startsOf([], 2)).toEqual([[0, 0]]);
  });
});
