/**
 * Strokes of a round brush, as they stand in a document: a short list that any size of mask can be painted from.
 *
 *     [{ "mode": "paint", "size": 0.2, "points": [[0.31, 0.4], [0.35, 0.44]] }]
 */
import type { Flaw, JsonSchema } from "./param.ts";

/** From the left and from the top, as shares of the picture's width and height; a stroke may leave the picture. */
export type StrokePoint = readonly [x: number, y: number];

export interface Stroke {
  readonly mode: "paint" | "erase";
  /** Diameter of the brush as a share of the picture's shorter side. */
  readonly size: number;
  /** The brush goes straight from point to point; one point is a dab. */
  readonly points: readonly StrokePoint[];
}

/** The widest brush, and how far beyond its edges a picture can be left. */
const widest = 2;
const [least, most] = [-1, 2];

const modes: readonly unknown[] = ["paint", "erase"];
const fields: readonly string[] = ["mode", "size", "points"];

export const strokesExpected = "a list of strokes, each with mode, size and points";

export const strokesSchema: JsonSchema = {
  type: "array",
  items: {
    type: "object",
    required: fields,
    properties: {
      mode: { enum: modes },
      size: {
        type: "number",
        exclusiveMinimum: 0,
        maximum: widest,
        description: "Diameter of the brush as a share of the picture's shorter side.",
      },
      points: {
        type: "array",
        minItems: 1,
        items: {
          type: "array",
          items: { type: "number", minimum: least, maximum: most },
          minItems: 2,
          maxItems: 2,
          description: "Shares of the picture's width and height, from its top left corner.",
        },
      },
    },
    additionalProperties: false,
  },
};

/** The first thing that is wrong with a list of strokes; null where nothing is. */
export function strokesFlaw(value: unknown): Flaw | null {
  return flawOfList(value, strokesExpected, strokeFlaw);
}

function strokeFlaw(value: unknown): Flaw | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { path: [], expects: "a stroke with mode, size and points", got: value };
  const { mode, size, points } = value as Record<string, unknown>;
  const strange = Object.entries(value).find(([name]) => !fields.includes(name));
  if (strange) return { path: [strange[0]], expects: "mode, size and points alone", got: strange[1] };
  if (!modes.includes(mode)) return { path: ["mode"], expects: "one of paint, erase", got: mode };
  if (!(isNumber(size) && size > 0 && size <= widest))
    return { path: ["size"], expects: `a number above 0, up to ${widest}`, got: size };
  const flaw = flawOfList(points, "a list of points", pointFlaw);
  if (flaw) return { ...flaw, path: ["points", ...flaw.path] };
  const empty = (points as readonly unknown[]).length === 0;
  return empty ? { path: ["points"], expects: "at least one point", got: points } : null;
}

function pointFlaw(value: unknown): Flaw | null {
  const inside = (share: unknown) => isNumber(share) && share >= least && share <= most;
  if (Array.isArray(value) && value.length === 2 && value.every(inside)) return null;
  return { path: [], expects: `two numbers from ${least} to ${most}`, got: value };
}

function flawOfList(value: unknown, expects: string, flawOf: (item: unknown) => Flaw | null): Flaw | null {
  if (!Array.isArray(value)) return { path: [], expects, got: value };
  for (const [index, item] of value.entries()) {
    const flaw = flawOf(item);
    if (flaw) return { ...flaw, path: [index, ...flaw.path] };
  }
  return null;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
