/** The course of one wire: rounded steps (look.md, section 4). */

export type Point = readonly [x: number, y: number];

/** A wire to be drawn. `source` names the output it leaves; `lane` counts its input from the top of the node. */
export interface Run {
  readonly id: string;
  readonly source: string;
  readonly from: Point;
  readonly to: Point;
  readonly lane: number;
}

/** Out along `from[1]`, once up or down at `turn`, in along `to[1]`; a curve where `turn` is null. */
export interface Route extends Run {
  readonly turn: number | null;
  readonly straight: boolean;
  readonly radius: number;
}

const radius = 10;
const before = 18;
const perLane = 6;

/** Turns 18 px before the target, 6 more for each next port; closer nodes turn half-way. */
export function routeOf(run: Run): Route {
  const [x0, y0] = run.from;
  const [x1, y1] = run.to;
  if (Math.abs(y1 - y0) < 0.5 && x1 >= x0) return { ...run, turn: null, straight: true, radius: 0 };
  const wanted = x1 - before - perLane * run.lane;
  const turn = wanted >= x0 + 12 ? wanted : x1 - x0 >= 20 ? (x0 + x1) / 2 : null;
  const room = turn === null ? 0 : Math.min(turn - x0, x1 - turn, Math.abs(y1 - y0) / 2);
  return { ...run, turn, straight: false, radius: Math.min(radius, room) };
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
  if (route.turn === null) {
    const reach = Math.max(40, Math.min(140, Math.abs(x1 - x0) / 2 + Math.abs(y1 - y0) / 4));
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

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
