/** All wires of a graph together: shared trunks branch at dots, lower wires break where others cross. */
import { groupBy } from "../groupBy.ts";
import { type Gaps, type Point, pathOf, type Route, type Run, routeOf } from "./route.ts";

export interface Drawn {
  readonly path: string;
  /** Where the trunk branches; each dot belongs to one wire alone. */
  readonly dots: readonly Point[];
}

/** The drawing of each wire, by id. */
export function drawingOf(runs: readonly Run[]): ReadonlyMap<string, Drawn> {
  const routes = runs.map(knownRoute);
  const dots = branches(routes);
  const falls = routes.filter((route) => route.turn !== null).sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
  const drawn = new Map<string, Drawn>();
  for (const route of routes) {
    const end = route.turn ?? route.to[0];
    const first = gapsIn(falls, route, route.from[0], end, route.from[1]);
    const last = route.turn === null ? [] : gapsIn(falls, route, end, route.to[0], route.to[1]);
    drawn.set(route.id, { path: knownPath(route, first, last), dots: dots.get(route.id) ?? [] });
  }
  return drawn;
}

const routesOf = new WeakMap<Run, Route>();

/** Of most runs the route is the one that was drawn last. */
function knownRoute(run: Run): Route {
  const route = routesOf.get(run) ?? routeOf(run);
  routesOf.set(run, route);
  return route;
}

const pathsOf = new WeakMap<Route, { readonly gaps: string; readonly path: string }>();

function knownPath(route: Route, first: Gaps, last: Gaps): string {
  const gaps = `${first}/${last}`;
  const before = pathsOf.get(route);
  if (before?.gaps === gaps) return before.path;
  const path = pathOf(route, first, last);
  pathsOf.set(route, { gaps, path });
  return path;
}

/** Where upright stretches of other trunks cross the horizontal from x0 to x1. `falls` is sorted by turn. */
function gapsIn(falls: readonly Route[], route: Route, x0: number, x1: number, y: number): Gaps {
  if (route.turn === null && !route.straight) return [];
  const gaps: number[] = [];
  for (let index = firstFrom(falls, x0 + 4); index < falls.length; index++) {
    const fall = falls[index] as Route;
    const at = fall.turn as number;
    if (at > x1 - 4) break;
    if (fall.source === route.source || gaps.includes(at)) continue;
    const [top, bottom] = [Math.min(fall.from[1], fall.to[1]), Math.max(fall.from[1], fall.to[1])];
    if (y > top + fall.radius && y < bottom - fall.radius) gaps.push(at);
  }
  return gaps;
}

function firstFrom(falls: readonly Route[], x: number): number {
  let [low, high] = [0, falls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falls[middle]?.turn as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A dot stands where wires of one output part: on the trunk, or on an upright that several share. */
function branches(routes: readonly Route[]): Map<string, Point[]> {
  const dots = new Map<string, Point[]>();
  const bySource = groupBy(routes, ({ source }) => source);
  for (const siblings of bySource.values()) {
    if (siblings.length < 2) continue;
    const taken = new Set<string>();
    for (const route of siblings) {
      for (const dot of dotsOf(route, siblings)) {
        if (taken.has(dot.join())) continue;
        taken.add(dot.join());
        dots.set(route.id, [...(dots.get(route.id) ?? []), dot]);
      }
    }
  }
  return dots;
}

function dotsOf(route: Route, siblings: readonly Route[]): Point[] {
  const { turn } = route;
  if (turn === null) return [];
  const [, y0] = route.from;
  const [, y1] = route.to;
  const down = y1 > y0;
  const others = siblings.filter((other) => other !== route);
  const goesOn = others.some((other) => (other.straight ? other.to[0] : (other.turn ?? turn)) > turn + 0.5);
  const same = others.filter((other) => other.turn === turn);
  const parts = goesOn || same.some((other) => other.to[1] > y0 !== down);
  const passed = same.some((other) =>
    down ? other.to[1] > y1 + 0.5 : other.to[1] < y1 - 0.5 && other.to[1] < y0,
  );
  return [...(parts ? [[turn, y0] as const] : []), ...(passed ? [[turn, y1] as const] : [])];
}
