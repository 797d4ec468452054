/** What a dragged box comes to lie in line with: edges and centres of the boxes around it. */
import type { Box } from "../box.ts";
import type { Point } from "./route.ts";

/** A line through sides or centres that agree. */
export interface Guide {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** What is added to the dragged box's place. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

const grid = 4;

interface Line {
  readonly at: number;
  readonly box: Box;
}

const across = ({ left, right }: Box): readonly number[] => [left, (left + right) / 2, right];
const down = ({ top, bottom }: Box): readonly number[] => [top, (top + bottom) / 2, bottom];

/**
 * A dragged box goes to the nearest line of the others within `reach`, each axis for itself; where there is none, its top
 * left corner goes to the grid.
 */
export function snapTo(box: Box, others: readonly Box[], reach: number): Snapped {
  const dx = nearest(across(box), linesOf(others, across), reach) ?? toGrid(box.left);
  const dy = nearest(down(box), linesOf(others, down), reach) ?? toGrid(box.top);
  const there = { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
  return { by: [dx, dy], guides: [...guidesOf(there, others, "x"), ...guidesOf(there, others, "y")] };
}

export const toGrid = (value: number): number => Math.round(value / grid) * grid - value;

const linesOf = (boxes: readonly Box[], lines: (box: Box) => readonly number[]): Line[] =>
  boxes.flatMap((box) => lines(box).map((at) => ({ at, box })));

/** The shortest way to a line; sides go to sides, and centres to centres. */
function nearest(own: readonly number[], lines: readonly Line[], reach: number): number | null {
  let best: number | null = null;
  for (const [index, { at }] of lines.entries()) {
    for (const [side, from] of own.entries()) {
      if ((side === 1) !== (index % 3 === 1)) continue;
      const way = at - from;
      if (Math.abs(way) <= reach && Math.abs(way) < Math.abs(best ?? Infinity)) best = way;
    }
  }
  return best;
}

/** Every line that the box lies on now, as far as it and its fellows reach; where sides agree, the centre is not told. */
function guidesOf(box: Box, others: readonly Box[], axis: Guide["axis"]): Guide[] {
  const [lines, ends] = axis === "x" ? [across, down] : [down, across];
  const all = lines(box).map((at, side): Guide[] => {
    const fellows = others.filter((other) =>
      lines(other).some((line, index) => (side === 1) === (index === 1) && Math.abs(line - at) < 0.5),
    );
    if (fellows.length === 0) return [];
    const reaching = [box, ...fellows].flatMap(ends);
    return [{ axis, at, from: Math.min(...reaching), to: Math.max(...reaching) }];
  });
  const [start = [], centre = [], end = []] = all;
  return start.length + end.length > 0 ? [...start, ...end] : centre;
}
