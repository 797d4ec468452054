import type { Shape } from "./canvas.ts";

type Point = readonly [x: number, y: number];

/** Everything. */
export const everywhere: Shape = { box: [0, 0, 1, 1], covers: () => 1 };

/** An upright rectangle. */
export const rectangle = (left: number, top: number, right: number, bottom: number): Shape => ({
  box: [left, top, right, bottom],
  covers: () => 1,
});

/** An upright ellipse; `soft` is the share of the radius over which its edge fades. */
export const ellipse = (x0: number, y0: number, rx: number, ry: number, soft = 0): Shape => ({
  box: [x0 - rx, y0 - ry, x0 + rx, y0 + ry],
  covers: (x, y) => {
    const distance = Math.hypot((x - x0) / rx, (y - y0) / ry);
    if (distance >= 1) return 0;
    return soft === 0 ? 1 : Math.min(1, (1 - distance) / soft);
  },
});

/** A polygon, filled by the even-odd rule. */
export function polygon(...points: Point[]): Shape {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const covers = (x: number, y: number) => {
    let inside = false;
    let before = points[points.length - 1];
    for (const point of points) {
      if (before && point[1] > y !== before[1] > y) {
        const crossing = point[0] + ((y - point[1]) / (before[1] - point[1])) * (before[0] - point[0]);
        if (x < crossing) inside = !inside;
      }
      before = point;
    }
    return inside ? 1 : 0;
  };
  return { box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], covers };
}

/** All that lies below a line y = edge(x), which stays below `top`. */
export const below = (top: number, edge: (x: number) => number): Shape => ({
  box: [0, top, 1, 1],
  covers: (x, y) => (y >= edge(x) ? 1 : 0),
});

/** What any of several shapes covers, cut off at the line y = `floor`. */
export const union = (shapes: readonly Shape[], floor = 1): Shape => ({
  box: [
    Math.min(...shapes.map((s) => s.box[0])),
    Math.min(...shapes.map((s) => s.box[1])),
    Math.max(...shapes.map((s) => s.box[2])),
    Math.min(floor, Math.max(...shapes.map((s) => s.box[3]))),
  ],
  covers: (x, y) => {
    let cover = 0;
    for (const s of shapes) {
      const [left, top, right, bottom] = s.box;
      if (x >= left && x <= right && y >= top && y <= bottom) cover = Math.max(cover, s.covers(x, y));
    }
    return cover;
  },
});
