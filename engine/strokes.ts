/**
 * Strokes of a round brush, as they stand in a document: a short list that any size of mask can be painted from.
 *
 *     [{ "mode": "paint", "size": 0.2, "points": [[0.31, 0.4], [0.35, 0.44]] }]
 *
 * Where a node has several brushes, a stroke says which it is of: `"brush": "a"`.
 */
import type { Flaw, JsonSchema } from "./param.ts";

/** From the left and from the top, as shares of the picture's width and height; a stroke may leave the picture. */
export type StrokePoint = readonly [x: number, y: number];

export interface Stroke {
  readonly mode: "paint" | "erase";
  /** Which of several brushes it is of: paint puts in what that one stands for, erase takes it out. */
  readonly brush?: string;
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

const size: JsonSchema = {
  type: "number",
  exclusiveMinimum: 0,
  maximum: widest,
  description: "Diameter of the brush as a share of the picture's shorter side.",
};

const points: JsonSchema = {
  type: "array",
  minItems: 1,
  items: {
    type: "array",
    items: { type: "number", minimum: least, maximum: most },
    minItems: 2,
    maxItems: 2,
    description: "Shares of the picture's width and height, from its top left corner.",
  },
};

/** What strokes of these brushes may be; without brushes, what those of a mask may be. */
export function strokesSchema(brushes: readonly string[] = []): JsonSchema {
  const several = brushes.length > 0;
  return {
    type: "array",
    items: {
      type: "object",
      required: fields,
      properties: { mode: { enum: modes }, ...(several && { brush: { enum: brushes } }), size, points },
      // Only an eraser is of no brush: it gives back what was there before.
      ...(several && { anyOf: [{ required: ["brush"] }, { properties: { mode: { const: "erase" } } }] }),
      additionalProperties: false,
    },
  };
}

/** The first thing that is wrong with a list of strokes of these brushes, or of a mask; null where nothing is. */
export function strokesFlaw(value: unknown, brushes: readonly string[] = []): Flaw | null {
  return flawOfList(value, strokesExpected, (stroke) => strokeFlaw(stroke, brushes));
}

function strokeFlaw(value: unknown, brushes: readonly string[]): Flaw | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { path: [], expects: "a stroke with mode, size and points", got: value };
  const stroke = value as Record<string, unknown>;
  return fieldFlaw(stroke, brushes.length > 0) ?? brushFlaw(stroke, brushes) ?? shapeFlaw(stroke);
}

function fieldFlaw(stroke: Record<string, unknown>, several: boolean): Flaw | null {
  const known = several ? [...fields, "brush"] : fields;
  const strange = Object.entries(stroke).find(([name]) => !known.includes(name));
  const expects = several ? "mode, brush, size and points alone" : "mode, size and points alone";
  if (strange) return { path: [strange[0]], expects, got: strange[1] };
  if (modes.includes(stroke.mode)) return null;
  return { path: ["mode"], expects: "one of paint, erase", got: stroke.mode };
}

/** Where there are several brushes, only an eraser may be of none. */
function brushFlaw({ mode, brush }: Record<string, unknown>, brushes: readonly string[]): Flaw | null {
  if (brushes.length === 0 || (brush === undefined && mode === "erase")) return null;
  if ((brushes as readonly unknown[]).includes(brush)) return null;
  return { path: ["brush"], expects: `one of ${brushes.join(", ")}`, got: brush };
}

function shapeFlaw({ size, points }: Record<string, unknown>): Flaw | null {
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
