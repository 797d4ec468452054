/**
 * Pictures that a document keeps, on one sheet: squares edge to edge, row by row from the upper left.
 *
 *     { "count": 40, "size": 64, "png": "iVBORw0KGgo..." }
 */
import type { Flaw, JsonSchema } from "./param.ts";

export interface Pictures {
  readonly count: number;
  /** Height and width of each, in pixels. */
  readonly size: number;
  /** The sheet as a PNG, in base64; "" where there are no pictures. */
  readonly png: string;
}

export const mostPictures = 2000;
/** The size that the editor keeps pictures at. */
export const pictureSize = 64;
/** The longest base64, about 12 MB of PNG: what 2,000 photographs come near to. */
export const longestSheet = 16_000_000;

const [least, widest] = [8, 64];
const across = 32;
const fields: readonly string[] = ["count", "size", "png"];

export const picturesExpected = "pictures, as count, size and png";

export const picturesSchema: JsonSchema = {
  type: "object",
  required: fields,
  properties: {
    count: { type: "integer", minimum: 0, maximum: mostPictures },
    size: {
      type: "integer",
      minimum: least,
      maximum: widest,
      description: "Height and width of each picture, in pixels.",
    },
    png: {
      type: "string",
      maxLength: longestSheet,
      description: `A PNG in base64: the pictures edge to edge, ${across} a row (all in one row where there are fewer).`,
    },
  },
  additionalProperties: false,
};

/** How many pictures lie side by side and one above the other. */
export function sheetOf(count: number): { readonly columns: number; readonly rows: number } {
  return { columns: Math.min(across, count), rows: Math.ceil(count / across) };
}

/** What is wrong with pictures; null where nothing is. Whether the PNG can be read is seen when it is. */
export function picturesFlaw(value: unknown): Flaw | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { path: [], expects: picturesExpected, got: value };
  const { count, size, png, ...strange } = value as Record<string, unknown>;
  const [other] = Object.entries(strange);
  if (other) return { path: [other[0]], expects: "count, size and png alone", got: other[1] };
  if (!within(count, 0, mostPictures)) return flaw("count", `an integer from 0 to ${mostPictures}`, count);
  if (!within(size, least, widest)) return flaw("size", `an integer from ${least} to ${widest}`, size);
  if (typeof png !== "string") return flaw("png", "a PNG in base64", png);
  if (png.length > longestSheet) return flaw("png", `at most ${longestSheet} characters`, png.length);
  if ((png === "") !== (count === 0)) return flaw("png", count === 0 ? "no PNG" : "a PNG in base64", png);
  return null;
}

const flaw = (field: string, expects: string, got: unknown): Flaw => ({ path: [field], expects, got });

const within = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
