import type { Cell, Grid, Place } from "../../../engine/place.ts";

/** A ten thousandth of a picture is finer than any cell of a layer, and short to read. */
const grain = 1e4;
const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * grain) / grain;

/** The place on a picture that a hand points at; beyond its edges the nearest one on them. */
export const placeNear = (x: number, y: number): Place => [within(x), within(y)];

/** The middle of a cell; of the last one beyond the grid. */
export function middleOf({ row, column }: Cell, { rows, columns }: Grid): Place {
  const inside = (index: number, cells: number) => (Math.min(cells - 1, Math.max(0, index)) + 0.5) / cells;
  return placeNear(inside(column, columns), inside(row, rows));
}

export const placeText = (place: Place): string => place.join(", ");

/** The numbers of a text such as `0.42, 0.71`, whether or not they make a place. */
export const readPlace = (text: string): readonly number[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map(Number);
