/** Wires as straight stretches, and what meets them. */

import type { Box } from "../box.ts";
import type { Point } from "./route.ts";

export type Course = readonly Point[];

type Stretch = readonly [a: Point, b: Point];

const stretches = (course: Course): Stretch[] =>
  course.slice(1).map((to, index): Stretch => [course[index] as Point, to]);

/** On which side of a line a point lies: above or below 0, 0 on it. */
const side = ([a, b]: Stretch, [x, y]: Point): number =>
  (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);

function cross(one: Stretch, other: Stretch): boolean {
  const apart = (line: Stretch, [a, b]: Stretch) => side(line, a) * side(line, b) > 0;
  if (apart(one, other) || apart(other, one)) return false;
  const overlap = (axis: 0 | 1) =>
    Math.max(one[0][axis], one[1][axis]) >= Math.min(other[0][axis], other[1][axis]) &&
    Math.max(other[0][axis], other[1][axis]) >= Math.min(one[0][axis], one[1][axis]);
  return overlap(0) && overlap(1);
}

/** True where two courses cross or touch. */
export function meets(one: Course, other: Course): boolean {
  const others = stretches(other);
  return stretches(one).some((each) => others.some((those) => cross(each, those)));
}

function distance([a, b]: Stretch, [x, y]: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y);
}

/** How far a course stays from a point. */
export const farFrom = (course: Course, point: Point): number =>
  Math.min(...stretches(course).map((each) => distance(each, point)));

/** True where a course runs through a box or ends in it. */
export function entersBox(course: Course, { left, top, right, bottom }: Box): boolean {
  const inside = ([x, y]: Point) => x >= left && x <= right && y >= top && y <= bottom;
  const border: Course = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
  return course.some(inside) || meets(course, border);
}
