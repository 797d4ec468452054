import { createStore } from "zustand/vanilla";
import type { Stroke, StrokePoint } from "../../../engine/strokes.ts";

/** The brush in the hand: the same on whatever picture it is put. */
export interface Brush {
  /** Diameter as a share of the picture's shorter side. */
  readonly size: number;
  readonly erase: boolean;
  /** Of several brushes: which one, by its port. */
  readonly port: string | null;
  /** Where there are several brushes: the eraser of none, which gives back what was there. */
  readonly giveBack: boolean;
}

/** What a stroke does, and with which of several brushes. */
export type Touch = Pick<Stroke, "mode" | "brush">;

export const brushSizes = { min: 0.02, max: 1, step: 0.01 } as const;

export const brush = createStore<Brush>(() => ({ size: 0.2, erase: false, port: null, giveBack: false }));

/** How the brush is held: Alt does what it is not set to, the other end of a pen is an eraser. */
export interface Grip {
  readonly alt: boolean;
  readonly otherEnd: boolean;
}

/**
 * What the brush does on a picture with these brushes wired, null for a mask. null where there is nothing to paint with.
 */
export function touchOf(
  { erase, port, giveBack }: Brush,
  wired: readonly string[] | null,
  { alt, otherEnd }: Grip = { alt: false, otherEnd: false },
): Touch | null {
  const mode = otherEnd || erase !== alt ? "erase" : "paint";
  if (wired === null) return { mode };
  if (giveBack || otherEnd) return { mode: "erase" };
  const held = port !== null && wired.includes(port) ? port : wired[0];
  return held === undefined ? null : { mode, brush: held };
}

/** A ten thousandth of a picture is finer than any pixel of it. */
const grain = 1e4;
const [least, most] = [-1, 2];

/** A place as strokes keep it: within reach of the picture, and short to write. */
export function strokePoint(x: number, y: number): StrokePoint {
  const kept = (share: number) => Math.round(Math.min(most, Math.max(least, share)) * grain) / grain;
  return [kept(x), kept(y)];
}

/** The points with those that follow; what is too near to the last one to matter for a brush of this size is left out. */
export function lengthened(
  points: readonly StrokePoint[],
  next: readonly StrokePoint[],
  size: number,
): readonly StrokePoint[] {
  const apart = Math.max(size / 12, 1 / 512);
  const kept = [...points];
  for (const point of next) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= apart) kept.push(point);
  }
  return kept.length === points.length ? points : kept;
}
