import { createStore } from "zustand/vanilla";
import { mostPlanePoints, type PlanePoint, planeReach } from "../../../engine/handPoints.ts";

/** What draws points, the same in whatever plane. */
export interface Pen {
  /** Diameter of the spray, in the plane's own measure; the eraser is no narrower than `leastEraser`. */
  readonly width: number;
  readonly erase: boolean;
}

export const penWidths = { min: 0, max: 1, step: 0.02 } as const;
const leastEraser = 0.16;
/** A trail leaves a point so often. */
const apart = 0.06;
/** A thousandth is finer than any pixel of a plane, and short to read. */
const grain = 1e3;

export const pen = createStore<Pen>(() => ({ width: 0.1, erase: false }));

export const eraserOf = (width: number): number => Math.max(leastEraser, width) / 2;

/** A place as documents keep it: within the plane. */
export function planePoint(x: number, y: number): PlanePoint {
  const kept = (at: number) =>
    Math.round(Math.min(planeReach, Math.max(-planeReach, at)) * grain) / grain + 0;
  return [kept(x), kept(y)];
}

/** The place in the plane of shares of a square from its top left corner. */
export const fromShares = (x: number, y: number): PlanePoint =>
  planePoint((2 * x - 1) * planeReach, (1 - 2 * y) * planeReach);

/** The points with those that a spray of this width leaves on its way from `from` on, and where it left the last. */
export function sprayed(
  points: readonly PlanePoint[],
  from: PlanePoint,
  way: readonly PlanePoint[],
  width: number,
  random: () => number,
): { readonly points: readonly PlanePoint[]; readonly last: PlanePoint } {
  const left: PlanePoint[] = [];
  let last = from;
  for (const to of way)
    for (let far = distance(last, to); far >= apart; far = distance(last, to)) {
      const share = apart / far;
      last = [last[0] + (to[0] - last[0]) * share, last[1] + (to[1] - last[1]) * share];
      left.push(scattered(last, width, random));
    }
  return { points: added(points, left), last };
}

/** As many of the points as still fit. */
export function added(points: readonly PlanePoint[], more: readonly PlanePoint[]): readonly PlanePoint[] {
  return more.length === 0 ? points : [...points, ...more].slice(0, mostPlanePoints);
}

/** Somewhere in the disc, anywhere as likely. */
function scattered([x, y]: PlanePoint, width: number, random: () => number): PlanePoint {
  const [radius, angle] = [(Math.sqrt(random()) * width) / 2, 2 * Math.PI * random()];
  return planePoint(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
}

/** The points but those within `radius` of the way; the same list where there are none. */
export function erased(
  points: readonly PlanePoint[],
  way: readonly PlanePoint[],
  radius: number,
): readonly PlanePoint[] {
  const kept = points.filter((point) => way.every((place) => distance(point, place) > radius));
  return kept.length === points.length ? points : kept;
}

/** The points but the one nearest to a place. */
export function withoutNearest(points: readonly PlanePoint[], place: PlanePoint): readonly PlanePoint[] {
  let nearest = 0;
  for (const [at, point] of points.entries())
    if (distance(point, place) < distance(points[nearest] as PlanePoint, place)) nearest = at;
  return points.filter((_, at) => at !== nearest);
}

const distance = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
