/** Kernels that work number by number. Bools are 0 and 1. */
import { f32x4, func, i32, type Local, local, type StackVar, v128 } from "wasmati";
import { advance, repeat, start, throughVectors } from "./loops.ts";
import { exponential, logarithm, reals } from "./transcendental.ts";

type Vector = Local<"v128">;
type Value = StackVar<"v128">;

/** 1 where a comparison holds, else 0. */
const truth = (mask: Value) => v128.and(mask, reals(1));

/** What two operands come to, by the operator's name in ONNX. */
const pairs = {
  Add: (a: Vector, b: Vector) => f32x4.add(a, b),
  Mul: (a: Vector, b: Vector) => f32x4.mul(a, b),
  Max: (a: Vector, b: Vector) => f32x4.max(a, b),
  Min: (a: Vector, b: Vector) => f32x4.min(a, b),
  Less: (a: Vector, b: Vector) => truth(f32x4.lt(a, b)),
  LessOrEqual: (a: Vector, b: Vector) => truth(f32x4.le(a, b)),
  Equal: (a: Vector, b: Vector) => truth(f32x4.eq(a, b)),
};

type Room = readonly [Vector, Vector, Vector, Vector, Vector];

const singles = {
  Neg: (x: Vector) => f32x4.neg(x),
  Relu: (x: Vector) => f32x4.max(x, reals(0)),
  Sqrt: (x: Vector) => f32x4.sqrt(x),
  Reciprocal: (x: Vector) => f32x4.div(reals(1), x),
  Not: (x: Vector) => f32x4.sub(reals(1), x),
  Sign: (x: Vector) => f32x4.sub(truth(f32x4.gt(x, reals(0))), truth(f32x4.lt(x, reals(0)))),
  Truth: (x: Vector) => truth(f32x4.ne(x, reals(0))),
  Exp: (x: Vector, [a, b, c, d]: Room) => exponential(x, [a, b, c, d]),
  Log: logarithm,
};

export type Pair = keyof typeof pairs;
export type Single = keyof typeof singles;
export const pairNames = Object.keys(pairs) as Pair[];
export const singleNames = Object.keys(singles) as Single[];

/** Which operand is one number for the whole of a row. */
export const spreads = ["none", "left", "right"] as const;
export type Spread = (typeof spreads)[number];

/**
 * (a, b, out, inner, outer, aStep, bStep, outStep): `outer` rows of `inner` numbers each; the pointers move on by the steps, in bytes,
 * after a row. Rows are written in whole vectors, in order, so that up to three numbers after the last are overwritten.
 */
export function pairKernel(name: Pair, spread: Spread) {
  const i = i32;
  return func(
    { in: [i, i, i, i, i, i, i, i], locals: [i, i, i, i, v128, v128], out: [] },
    ([a, b, out, inner, outer, aStep, bStep, outStep], [left, right, to, count, x, y]) => {
      repeat(outer, 1, () => {
        start([left, a], [right, b], [to, out]);
        if (spread === "left") local.set(x, v128.load32_splat({}, a));
        if (spread === "right") local.set(y, v128.load32_splat({}, b));
        throughVectors(inner, count, [left, right, to], (offset) => {
          if (spread !== "left") local.set(x, v128.load({ offset }, left));
          if (spread !== "right") local.set(y, v128.load({ offset }, right));
          v128.store({ offset }, to, pairs[name](x, y));
        });
        advance(a, aStep);
        advance(b, bStep);
        advance(out, outStep);
      });
    },
  );
}

/** (x, out, count). */
export function singleKernel(name: Single) {
  const v = v128;
  return func(
    { in: [i32, i32, i32], locals: [i32, v, v, v, v, v, v], out: [] },
    ([from, to, count], [left, x, ...room]) => {
      throughVectors(count, left, [from, to], (offset) => {
        local.set(x, v128.load({ offset }, from));
        v128.store({ offset }, to, singles[name](x, room));
      });
    },
  );
}

/** (condition, yes, no, out, count): yes where the condition is not 0. */
export function selectKernel() {
  return func(
    { in: [i32, i32, i32, i32, i32], locals: [i32, v128], out: [] },
    ([condition, yes, no, to, count], [left, holds]) => {
      throughVectors(count, left, [condition, yes, no, to], (offset) => {
        local.set(holds, f32x4.ne(v128.load({ offset }, condition), reals(0)));
        v128.store(
          { offset },
          to,
          v128.bitselect(v128.load({ offset }, yes), v128.load({ offset }, no), holds),
        );
      });
    },
  );
}
