/** A place on a picture, as it stands in a document: `[0.42, 0.71]`. */
import type { Flaw, JsonSchema } from "./param.ts";
import type { Table } from "./values.ts";

/** From the left and from the top, as shares of the picture's width and height. */
export type Place = readonly [x: number, y: number];

export const placeExpected = "two numbers from 0 to 1, from the left and from the top";

export const placeSchema: JsonSchema = {
  type: "array",
  items: { type: "number", minimum: 0, maximum: 1 },
  minItems: 2,
  maxItems: 2,
  description: "Shares of the picture's width and height, from its top left corner.",
};

/** What is wrong with a place; null where nothing is. */
export function placeFlaw(value: unknown): Flaw | null {
  if (!Array.isArray(value) || value.length !== 2) return { path: [], expects: placeExpected, got: value };
  const outside = value.findIndex((share) => !(typeof share === "number" && share >= 0 && share <= 1));
  return outside < 0
    ? null
    : { path: [outside], expects: "a number from 0 to 1", got: value[outside] as unknown };
}

/** The cells of a layer. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** One of them, counted from 0 as units are. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell that a place lies in; the right and lower edges belong to the last. */
export function cellAt([x, y]: Place, { rows, columns }: Grid): Cell {
  const under = (share: number, cells: number) => Math.min(cells - 1, Math.floor(share * cells));
  return { row: under(y, rows), column: under(x, columns) };
}

/** What stands at a place of a picture: the grid it was looked up in, and a table whose column `strength` says how much. */
export interface AtPlace {
  readonly grid: Grid;
  readonly table: Table;
  readonly measure: Measure;
}

/** What strength is counted in: multiples of the unit's threshold, its deviations above its mean, or as it is. */
export type Measure = "threshold" | "deviation" | "activation";
