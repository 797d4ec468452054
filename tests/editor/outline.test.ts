import fc from "fast-check";
import { expect, it } from "vitest";
import { type Corner, outline } from "../../editor/controls/brush/outline.ts";

/** Twice the area that a loop encloses, above 0 where it runs clockwise (rows count downwards). */
const area = (loop: readonly Corner[]): number =>
  loop.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = loop[(index + 1) % loop.length] as Corner;
    return sum + x * nextY - nextX * y;
  }, 0);

it("goes round a region once, turning at its corners", () => {
  expect(outline([0, 1, 1, 0, 1, 1, 0, 0, 0], 3, 3)).toEqual([
    [
      [1, 0],
      [3, 0],
      [3, 2],
      [1, 2],
    ],
  ]);
});

it("goes round a hole the other way", () => {
  const loops = outline([1, 1, 1, 1, 0, 1, 1, 1, 1], 3, 3);
  expect(loops.map(area)).toEqual([18, -2]);
});

it("is nothing where nothing is painted", () => {
  expect(outline([0, 0, 0, 0], 2, 2)).toEqual([]);
});

it("encloses as many cells as are painted, in loops that turn at every corner", () => {
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .chain(([rows, columns]) =>
      fc
        .array(fc.constantFrom(0, 1), { minLength: rows * columns, maxLength: rows * columns })
        .map((cells) => ({ rows, columns, cells })),
    );
  fc.assert(
    fc.property(grid, ({ rows, columns, cells }) => {
      const loops = outline(cells, rows, columns);
      const enclosed = loops.reduce((sum, loop) => sum + area(loop), 0) / 2;
      expect(enclosed).toBe(cells.reduce<number>((sum, cell) => sum + cell, 0));
      for (const loop of loops) {
        for (const [index, [x, y]] of loop.entries()) {
          const [[a, b], [c, d]] = [loop.at(index - 1), loop[(index + 1) % loop.length]] as [Corner, Corner];
          expect((x - a) * (d - y) - (y - b) * (c - x)).not.toBe(0);
        }
      }
    }),
  );
});
