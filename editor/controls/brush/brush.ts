import { createStore } from "zustand/vanilla";
import type { StrokePoint } from "../../../engine/strokes.ts";

/** The brush in the hand: the same on whatever picture it is put. */
export interface Brush {
  /** Diameter as a share of the picture's shorter side. */
  readonly size: number;
  readonly erase: boolean;
}

export const brushSizes = { min: 0.02, max: 1, step: 0.01 } as const;

export const brush = createStore<Brush>(() => ({ size: 0.2, erase: false }));

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
