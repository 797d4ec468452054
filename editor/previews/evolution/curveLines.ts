/** Curves as lines of a drawing, by arithmetic. */
import type { Curve } from "../../../engine/gan/thin.ts";

/** Where the numbers lie on a drawing of so many px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Generations at both ends, and numbers at the bottom and the top. */
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
}

const place = (value: number, [from, to]: readonly [number, number], size: number): number =>
  to > from ? (size * (value - from)) / (to - from) : 0;

export const xOf = ({ across, width }: Frame, generation: number): number => place(generation, across, width);
export const yOf = ({ up, height }: Frame, value: number): number => height - place(value, up, height);

/** The `d` of a path along a curve, one move a stretch: a gap breaks it. A number alone is a stroke of a px. */
export function pathOf({ at, values }: Curve, frame: Frame): string {
  let path = "";
  let open = false;
  for (let i = 0; i < at.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) {
      open = false;
      continue;
    }
    const point = `${xOf(frame, at[i] as number).toFixed(1)} ${yOf(frame, value).toFixed(1)}`;
    path += `${open ? "L" : "M"}${point}`;
    if (!open && !Number.isFinite(values[i + 1] ?? Number.NaN)) path += "h1";
    open = true;
  }
  return path;
}

/**
 * The least and the largest number of several curves, and a share of the way between free above them; 0 and 1 where there
 * is no number, room around where all are one.
 */
export function reach(curves: readonly Curve[], free = 0): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of curves)
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  if (!(least <= most)) return [0, 1];
  return least === most ? [least - 0.5, most + 0.5] : [least, most + (free * (most - least)) / (1 - free)];
}

/** The last number of a curve, and where; null where there is none. */
export function lastOf({ at, values }: Curve): { readonly at: number; readonly value: number } | null {
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i] as number;
    if (Number.isFinite(value)) return { at: at[i] as number, value };
  }
  return null;
}

/** A smooth way through the lanes of the survivors: level within a lane, an S from one lane to the next. */
export function lanePath(
  lanes: readonly number[],
  x: (at: number) => number,
  y: (lane: number) => number,
): string {
  let path = "";
  for (const [at, lane] of lanes.entries()) {
    if (lane < 0) continue;
    const before = lanes[at - 1] ?? -1;
    const [to, level] = [x(at).toFixed(1), y(lane).toFixed(1)];
    if (before < 0) path += `M${to} ${level}`;
    else if (before === lane) path += `L${to} ${level}`;
    else {
      const middle = ((x(at - 1) + x(at)) / 2).toFixed(1);
      path += `C${middle} ${y(before).toFixed(1)} ${middle} ${level} ${to} ${level}`;
    }
  }
  return path;
}
