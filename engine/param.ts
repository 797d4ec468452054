/** The settings of a node: what each accepts, how it is described to people and to JSON Schema. */

import { pictures, place, points, strokes } from "./structuredParams.ts";

/** A fragment of JSON Schema (draft 2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where inside a value something is wrong, what belongs there, and what is there. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  /** Completes "expected ...". */
  readonly expects: string;
  readonly got: unknown;
}

/** One setting: `T` is the type of its value in a document. */
export interface Param<T = unknown> {
  readonly kind:
    | "integer"
    | "real"
    | "choice"
    | "choices"
    | "text"
    | "flag"
    | "units"
    | "model"
    | "layer"
    | "strokes"
    | "place"
    | "points"
    | "pictures";
  readonly default: T;
  readonly doc: string;
  /** Completes "expected ...": "an integer of at least 1". */
  readonly expects: string;
  readonly schema: JsonSchema;
  accepts(value: unknown): value is T;
  /** For values with an inside: the first thing in it that is wrong. */
  flaw?(value: unknown): Flaw | null;
  readonly min?: number;
  readonly max?: number;
  /** One arrow-key step; Shift takes a tenth. */
  readonly step?: number;
  /** What a number counts, as it is written behind it: "px". */
  readonly unit?: string;
  readonly options?: readonly string[];
  /** For `text`: several lines, edited where there is room. */
  readonly lines?: boolean;
  /** Files that may be dropped on it, as endings: ".csv,.txt". */
  readonly files?: string;
  /** For `text`: names a concept, one of those that the segmenter before the node knows. */
  readonly concept?: boolean;
  /** For `model`: the kind of card that fits. */
  readonly model?: "generator" | "segmenter";
  /** For `strokes`: the brushes that they are of, each an input of the node; absent where they paint a mask. */
  readonly brushes?: readonly string[];
  /** The input that decides in its place where it is wired. */
  readonly unless?: string;
  /**
   * Shown only while another param of the node has one of these values, since it means nothing otherwise. This is for the eye
   * alone: the value is kept, and the node itself decides what it looks at.
   */
  readonly when?: When;
  /** Set in the inspector; on the node only where it is not the default. */
  readonly rare?: boolean;
}

export interface When {
  readonly param: string;
  readonly is: readonly unknown[];
}

/** What is wrong with a value, and where; null for one that the param accepts. */
export function flawIn(spec: Param, value: unknown): Flaw | null {
  if (spec.accepts(value)) return null;
  return spec.flaw?.(value) ?? { path: [], expects: spec.expects, got: value };
}

/** True where a `number` wire may set the param (SPEC R4). */
export function isNumeric(spec: Param): boolean {
  return spec.kind === "integer" || spec.kind === "real";
}

interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
  readonly unless?: string;
}

function within(
  value: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Range,
): boolean {
  return value >= min && value <= max;
}

function rangeInWords({ min, max }: Range): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? "" : ` of at most ${max}`;
}

function bounds({ min, max }: Range): JsonSchema {
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function integer(fallback: number, doc: string, range: Range = {}): Param<number> {
  return {
    kind: "integer",
    default: fallback,
    doc,
    ...range,
    expects: `an integer${rangeInWords(range)}`,
    schema: { type: "integer", ...bounds(range) },
    accepts: (value): value is number => Number.isSafeInteger(value) && within(value as number, range),
  };
}

function real(fallback: number, doc: string, range: Range = {}): Param<number> {
  return {
    kind: "real",
    default: fallback,
    doc,
    ...range,
    expects: `a finite number${rangeInWords(range)}`,
    schema: { type: "number", ...bounds(range) },
    accepts: (value): value is number =>
      typeof value === "number" && Number.isFinite(value) && within(value, range),
  };
}

/** A seed: an integer from 0 to 2^53 - 1. */
function seed(doc: string): Param<number> {
  return integer(0, doc, { min: 0, max: Number.MAX_SAFE_INTEGER });
}

function choice<const T extends string>(options: readonly T[], doc: string): Param<T> {
  return {
    kind: "choice",
    default: options[0] as T,
    doc,
    options,
    expects: `one of ${options.join(", ")}`,
    schema: { enum: options },
    accepts: (value): value is T => (options as readonly unknown[]).includes(value),
  };
}

/** Some of several, such as "minimax, heuristic"; all where nothing is said, "" is none. */
function choices(options: readonly string[], doc: string): Param<string> {
  const one = `(${options.join("|")})`;
  const pattern = new RegExp(`^(\\s*${one}\\s*(,\\s*${one}\\s*)*)?$`);
  return {
    kind: "choices",
    default: options.join(", "),
    doc,
    options,
    expects: `some of ${options.join(", ")}, with commas between`,
    schema: { type: "string", pattern: pattern.source },
    accepts: (value): value is string => isText(value) && pattern.test(value),
  };
}

const isText = (value: unknown): value is string => typeof value === "string";

function text(
  kind: "text" | "model" | "layer",
  fallback: string,
  doc: string,
  expects: string,
): Param<string> {
  return { kind, default: fallback, doc, expects, schema: { type: "string" }, accepts: isText };
}

function flag(fallback: boolean, doc: string): Param<boolean> {
  return {
    kind: "flag",
    default: fallback,
    doc,
    expects: "true or false",
    schema: { type: "boolean" },
    accepts: (value): value is boolean => typeof value === "boolean",
  };
}

const unitList = /^\s*(\d+(\s*-\s*\d+)?(\s*,\s*\d+(\s*-\s*\d+)?)*)?\s*$/;

/** A list of units such as "3, 17, 40-48"; "" is none. */
function units(doc: string): Param<string> {
  return {
    kind: "units",
    default: "",
    doc,
    expects: 'units such as "3, 17, 40-48"',
    schema: { type: "string", pattern: unitList.source },
    accepts: (value): value is string => isText(value) && unitList.test(value),
  };
}

/** The id of a model card in the library. */
function model(
  kind: "generator" | "segmenter",
  fallback: string,
  doc: string,
  unless?: string,
): Param<string> {
  return {
    ...text("model", fallback, doc, `the id of a ${kind}`),
    model: kind,
    ...(unless === undefined ? {} : { unless }),
  };
}

/** The name of a layer of the generator that the node works on; "" takes the default the doc names. */
function layer(doc: string): Param<string> {
  return text("layer", "", doc, "the name of a layer");
}

/** A param that is shown only while param `name` has one of the values `is`. */
function when<T>(name: string, is: readonly unknown[], spec: Param<T>): Param<T> {
  return { ...spec, when: { param: name, is } };
}

/** A param that few people change. */
function rare<T>(spec: Param<T>): Param<T> {
  return { ...spec, rare: true };
}

export const param = {
  integer,
  real,
  seed,
  choice,
  choices,
  text: (fallback: string, doc: string) => text("text", fallback, doc, "a text"),
  /** The name of a concept. */
  concept: (fallback: string, doc: string): Param<string> => ({
    ...text("text", fallback, doc, "the name of a concept"),
    concept: true,
  }),
  /** A text of several lines; where endings are given, also that of a file with one of these. */
  lines: (doc: string, files?: string): Param<string> => ({
    ...text("text", "", doc, "a text"),
    lines: true,
    ...(files !== undefined && { files }),
  }),
  flag,
  units,
  model,
  layer,
  strokes,
  place,
  points,
  pictures,
  when,
  rare,
};
