/** The course of one wire: rounded steps (look.md, section 4). */

export type Point = readonly [x: number, y: number];

/** A wire to be drawn. `source` names the output it leaves; `lane` counts its input from the top of the node. */
export interface Run {
  readonly id: string;
  readonly source: string;
  readonly from: Point;
  readonly to: Point;
  readonly lane: number;
  /** Heights between which a wire to a node that lies behind may run back; null where it must cross over. */
  readonly between?: readonly [top: number, bottom: number] | null;
}

/** Out along `from[1]`, once up or down at `turn`, in along `to[1]`; where the target lies behind, back along `back`, or as a curve. */
export interface Route extends Run {
  readonly turn: number | null;
  readonly straight: boolean;
  readonly radius: number;
  readonly back: number | null;
}

const radius = 10;
const before = 18;
const perLane = 6;

/** Turns 18 px before the target, 6 more for each next port; closer nodes turn half-way. */
export function routeOf(run: Run): Route {
  const [x0, y0] = run.from;
  const [x1, y1] = run.to;
  if (Math.abs(y1 - y0) < 0.5 && x1 >= x0)
    return { ...run, turn: null, straight: true, radius: 0, back: null };
  const wanted = x1 - before - perLane * run.lane;
  const turn = wanted >= x0 + 12 ? wanted : x1 - x0 >= 20 ? (x0 + x1) / 2 : null;
  const room = turn === null ? 0 : Math.min(turn - x0, x1 - turn, Math.abs(y1 - y0) / 2);
  const back = turn === null && run.between ? (run.between[0] + run.between[1]) / 2 : null;
  return { ...run, turn, straight: false, radius: Math.min(radius, room), back };
}

/** Where horizontal stretches are left out: x of the middle of each gap, by y. */
export type Gaps = readonly number[];

const half = 3.5;

/** A horizontal stretch as path commands, broken at the gaps. The pen is at `x0` already. */
function stretch(x0: number, x1: number, y: number, gaps: Gaps): string {
  const inside = gaps.filter((x) => x - half > Math.min(x0, x1) + 1 && x + half < Math.max(x0, x1) - 1);
  const breaks = inside.map((x) => `H${round(x - half)}M${round(x + half)} ${round(y)}`).join("");
  return `${breaks}H${round(x1)}`;
}

/** The path of a route as SVG path data. `first` and `last` are the gaps in its two horizontal stretches. */
export function pathOf(route: Route, first: Gaps = [], last: Gaps = []): string {
  const [x0, y0] = route.from;
  const [x1, y1] = route.to;
  const start = `M${round(x0)} ${round(y0)}`;
  if (route.straight) return `${start}${stretch(x0, x1, y0, first)}`;
  if (route.back !== null) return `${start}${roundTheBack(route, route.back)}`;
  if (route.turn === null) {
    const reach = reachOf(route);
    return `${start}C${round(x0 + reach)} ${round(y0)} ${round(x1 - reach)} ${round(y1)} ${round(x1)} ${round(y1)}`;
  }
  const { turn, radius: r } = route;
  const down = y1 > y0 ? 1 : -1;
  return (
    `${start}${stretch(x0, turn - r, y0, first)}` +
    `Q${round(turn)} ${round(y0)} ${round(turn)} ${round(y0 + down * r)}V${round(y1 - down * r)}` +
    `Q${round(turn)} ${round(y1)} ${round(turn + r)} ${round(y1)}${stretch(turn + r, x1, y1, last)}`
  );
}

/** How far the handles of a curve reach out. */
function reachOf({ from: [x0, y0], to: [x1, y1] }: Route): number {
  return Math.max(40, Math.min(140, Math.abs(x1 - x0) / 2 + Math.abs(y1 - y0) / 4));
}

/** The corners of a route from end to end; of a curve, points close together. */
export function cornersOf(route: Route): readonly Point[] {
  const { from, to, turn, back, straight, lane } = route;
  const [[x0, y0], [x1, y1]] = [from, to];
  if (straight) return [from, to];
  if (turn !== null) return [from, [turn, y0], [turn, y1], to];
  const [right, left] = [x0 + before, x1 - before - perLane * lane];
  if (back !== null) return [from, [right, y0], [right, back], [left, back], [left, y1], to];
  const reach = reachOf(route);
  const along = (t: number, a: number, b: number, c: number, d: number) =>
    a * (1 - t) ** 3 + 3 * b * (1 - t) ** 2 * t + 3 * c * (1 - t) * t ** 2 + d * t ** 3;
  return Array.from({ length: 17 }, (_, step) => [
    along(step / 16, x0, x0 + reach, x1 - reach, x1),
    along(step / 16, y0, y0, y1, y1),
  ]);
}

/** Out, to the height of `y`, back, and in: an S of rounded steps. */
function roundTheBack({ from: [x0, y0], to: [x1, y1], lane }: Route, y: number): string {
  const right = x0 + before;
  const left = x1 - before - perLane * lane;
  const first = Math.min(radius, Math.abs(y - y0) / 2);
  const last = Math.min(radius, Math.abs(y1 - y) / 2);
  const [out, home] = [y > y0 ? 1 : -1, y1 > y ? 1 : -1];
  const corner = (x: number, cy: number, toX: number, toY: number) =>
    `Q${round(x)} ${round(cy)} ${round(toX)} ${round(toY)}`;
  return (
    `H${round(right - first)}${corner(right, y0, right, y0 + out * first)}V${round(y - out * first)}` +
    `${corner(right, y, right - first, y)}H${round(left + last)}${corner(left, y, left, y + home * last)}` +
    `V${round(y1 - home * last)}${corner(left, y1, left + last, y1)}H${round(x1)}`
  );
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
