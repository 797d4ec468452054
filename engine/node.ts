/** All that the author of a node must know: ports, params and `defineNode`. */
import type { Chart } from "./chart.ts";
import type { Context } from "./context.ts";
import type { Expandable } from "./expansion.ts";
import type { UnitPeak } from "./gan/dissectJson.ts";
import type { UnitCards } from "./gan/unitCards.ts";
import type { Param } from "./param.ts";
import type { AtPlace } from "./place.ts";
import type { Plane } from "./plane.ts";
import type { BatchedType, Image, Scores, SocketType, Table, Value, ValueOf } from "./values.ts";

export { Fault } from "./fault.ts";
export { param } from "./param.ts";

/** A port: the types that fit it, and what it means. */
export interface Port<T extends SocketType = SocketType, Optional extends boolean = boolean> {
  readonly types: readonly T[];
  readonly optional: Optional;
  readonly doc: string;
  /** The value has the type of what enters this input (of the same node). */
  readonly same?: string;
}

/** A port that takes or gives exactly one type. */
export function port<T extends SocketType>(type: T, doc = ""): Port<T, false> {
  return { types: [type], optional: false, doc };
}

/** An input that may stay unwired; `compute` then sees undefined. */
export function optional<T extends SocketType>(type: T, doc = ""): Port<T, true> {
  return { types: [type], optional: true, doc };
}

/** An input that takes any of several types, or an output that gives any of them: the type that entered input `same`. */
export function anyOf<T extends SocketType>(types: readonly T[], doc = "", same?: string): Port<T, false> {
  return { types, optional: false, doc, ...(same === undefined ? {} : { same }) };
}

export type Ports = Readonly<Record<string, Port>>;
export type Params = Readonly<Record<string, Param>>;

export type InputsOf<I extends Ports> = {
  readonly [N in keyof I]: I[N] extends Port<infer T, infer Optional>
    ? true extends Optional
      ? ValueOf<T> | undefined
      : ValueOf<T>
    : never;
};
export type OutputsOf<O extends Ports> = {
  readonly [N in keyof O]: O[N] extends Port<infer T> ? ValueOf<T> : never;
};
export type ParamsOf<P extends Params> = { readonly [N in keyof P]: P[N] extends Param<infer T> ? T : never };

/** What a view node puts before the eye: shown by the editor, written to a file by the command line. */
export type View =
  | { readonly kind: "images"; readonly image: Image; readonly columns: number }
  | { readonly kind: "comparison"; readonly a: Image; readonly b: Image; readonly mode: string }
  /** `sort`: the column that the rows follow; a person changes it through the params `sort` and `descending`. */
  | { readonly kind: "table"; readonly table: Table; readonly sort?: Sort }
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "points"; readonly plane: Plane }
  /** One sample to point at, and what is there; a person moves the point through the param of kind `place`. */
  | (AtPlace & { readonly kind: "place"; readonly image: Image; readonly sample: number })
  /** A person changes `chosen`, `artifacts` and `concept` through the params `units`, `artifacts` and `concept`. */
  | (UnitCards & {
      readonly kind: "units";
      readonly scores: Scores;
      /** Pictures of all units, `each` of a unit one after the other. */
      readonly top: Image | null;
      readonly each: number;
      /** Each unit's top samples, by number, where they are known. */
      readonly peaks: readonly (readonly UnitPeak[])[];
    });

/** The column that the rows of a table follow, "" for none. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

type Result<O extends Ports> = OutputsOf<O> | Promise<OutputsOf<O>>;

/** Folds samples chunk by chunk; merging partial states in any order gives the same result (SPEC R13). */
export interface Reduce<I extends Ports, P extends Params, O extends Ports, State> {
  init(params: ParamsOf<P>): State;
  fold(state: State, inputs: InputsOf<I>, params: ParamsOf<P>, context: Context): State | Promise<State>;
  merge(a: State, b: State): State;
  finish(state: State, params: ParamsOf<P>, context: Context): Result<O>;
}

interface Declaration<I extends Ports, P extends Params, O extends Ports> {
  readonly title: string;
  /** One or two sentences for palette and inspector; the source in the literature comes last. */
  readonly doc: string;
  /** Other words a person may search for. */
  readonly synonyms?: readonly string[];
  /** Name of a lucide icon, kebab-case. */
  readonly icon: string;
  readonly inputs: I;
  readonly params: P;
  readonly outputs: O;
  /** What a person paints on: the input whose first sample is the node's picture where it is wired, or an output of it. */
  readonly picture?: string;
  /** Raised when the same inputs and params give other numbers than before: part of the memo key (SPEC R5). */
  readonly version?: number;
  /** Waits for Run instead of following each edit: always, or where there are more samples than this (SPEC R11). */
  readonly heavy?: boolean | number;
  /** How the node is put as several that give the same, and back. */
  readonly expandable?: Expandable;
}

/**
 * How a node computes: exactly one of
 * - `compute`: whole values in, whole values out; a promise, or an async generator whose yields re-emit downstream
 *   and whose return value is the final one (SPEC R14);
 * - `map`: sample by sample; the engine may call it with any range of the samples (`context.range`). A node without a
 *   batched input says how many samples it makes in `samples`;
 * - `reduce`: many samples to one value;
 * - `show`: a view; it has no outputs;
 * - `drawn`: it is never computed. A note is its text alone; a dot on a wire hands on what enters (SPEC R31).
 *
 * A node that computes values, no stream of them, may show something beside: it then has both `compute` and `show`
 * (SPEC R25).
 */
type Shape<I extends Ports, P extends Params, O extends Ports, State> =
  | {
      compute(
        i: InputsOf<I>,
        p: ParamsOf<P>,
        c: Context,
      ): Result<O> | AsyncGenerator<OutputsOf<O>, OutputsOf<O>>;
      show?(i: InputsOf<I>, p: ParamsOf<P>, c: Context): View | Promise<View>;
    }
  | { map(i: InputsOf<I>, p: ParamsOf<P>, c: Context): Result<O>; samples?(p: ParamsOf<P>): number }
  | { reduce: Reduce<I, P, O, State> }
  | { show(i: InputsOf<I>, p: ParamsOf<P>, c: Context): View | Promise<View> }
  | { readonly drawn: "note" | "dot" };

/** A node as the engine sees it, its types erased. `type` is the name under which the catalogue exports it. */
export interface NodeDefinition extends Declaration<Ports, Params, Ports> {
  readonly compute?: (
    i: Values,
    p: ParamValues,
    c: Context,
  ) => Outputs | Promise<Outputs> | AsyncGenerator<Outputs, Outputs>;
  readonly map?: (i: Values, p: ParamValues, c: Context) => Outputs | Promise<Outputs>;
  readonly samples?: (p: ParamValues) => number;
  readonly reduce?: Reduce<Ports, Params, Ports, unknown>;
  readonly show?: (i: Values, p: ParamValues, c: Context) => View | Promise<View>;
  readonly drawn?: "note" | "dot";
}
export type Values = Readonly<Record<string, Value | undefined>>;
export type Outputs = Readonly<Record<string, Value>>;
export type ParamValues = Readonly<Record<string, unknown>>;

/** Declares a node. The types of `compute` (or `map`, `reduce`, `show`) follow from ports and params. */
export function defineNode<
  const I extends Ports,
  const P extends Params,
  const O extends Ports,
  State = unknown,
>(declaration: Declaration<I, P, O> & Shape<I, P, O, State>): NodeDefinition {
  return declaration as unknown as NodeDefinition;
}

/** All nodes by type name. */
export type Catalogue = Readonly<Record<string, NodeDefinition & { readonly category: string }>>;

export type { BatchedType, Context };
