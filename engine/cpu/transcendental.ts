/** e^x and ln x of four numbers, after Cephes (Moshier 1989: expf, logf). */
import { f32x4, type Input, i32x4, type Local, local, v128 } from "wasmati";

type Vector = Local<"v128">;

/** The same number four times. */
export const reals = (x: number) => v128.const("f32x4", [x, x, x, x]);
const integers = (x: number) => v128.const("i32x4", [x, x, x, x]);

/** A polynomial in x, its highest coefficient first. */
function polynomial(x: Vector, [first = 0, ...rest]: readonly number[]) {
  let sum = reals(first);
  for (const coefficient of rest) sum = f32x4.add(f32x4.mul(sum, x), reals(coefficient));
  return sum;
}

/** ln 2 in two parts, of which the first has few bits, so that whole multiples of it are exact. */
const ln2 = [0.693359375, -2.1219444e-4] as const;
const expCoefficients = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
];
const logCoefficients = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
];

/** 2^n of int32 numbers within [-126, 127]. */
const powerOfTwo = (n: Input<"v128">) => i32x4.shl(i32x4.add(n, integers(127)), 23);

/** e^x, within 2 units in the last place; 0 below -104, infinite above 89. Four vectors of room besides x, which is changed. */
export function exponential(x: Vector, [n, half, y, square]: readonly [Vector, Vector, Vector, Vector]) {
  local.set(x, f32x4.min(f32x4.max(x, reals(-104)), reals(89)));
  local.set(n, f32x4.nearest(f32x4.mul(x, reals(Math.LOG2E))));
  local.set(x, f32x4.sub(x, f32x4.mul(n, reals(ln2[0]))));
  local.set(x, f32x4.sub(x, f32x4.mul(n, reals(ln2[1]))));
  local.set(n, i32x4.trunc_sat_f32x4_s(n));
  local.set(square, f32x4.mul(x, x));
  local.set(y, f32x4.add(f32x4.add(f32x4.mul(polynomial(x, expCoefficients), square), x), reals(1)));
  // 2^n in two factors: one alone would be infinite for the largest n, and 0 where the result is only small.
  local.set(half, i32x4.shr_s(n, 1));
  local.set(y, f32x4.mul(powerOfTwo(half), y));
  return f32x4.mul(powerOfTwo(i32x4.sub(n, half)), y);
}

/** ln x, within 2 units in the last place; not a number below 0, -infinite at 0. Five vectors of room besides x. */
export function logarithm(
  x: Vector,
  [e, m, low, y, square]: readonly [Vector, Vector, Vector, Vector, Vector],
) {
  // Numbers too small to have a full mantissa are made larger by 2^23 first.
  local.set(low, f32x4.lt(x, reals(2 ** -126)));
  local.set(m, v128.bitselect(f32x4.mul(x, reals(2 ** 23)), x, low));
  local.set(e, f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(m, 23), integers(126))));
  local.set(e, f32x4.sub(e, v128.and(low, reals(23))));
  local.set(m, v128.or(v128.and(m, integers(0x007fffff)), reals(0.5)));
  local.set(low, f32x4.lt(m, reals(Math.SQRT1_2)));
  local.set(e, f32x4.sub(e, v128.and(low, reals(1))));
  local.set(m, f32x4.add(f32x4.sub(m, reals(1)), v128.and(low, m)));
  local.set(square, f32x4.mul(m, m));
  local.set(y, f32x4.mul(f32x4.mul(polynomial(m, logCoefficients), m), square));
  local.set(y, f32x4.add(y, f32x4.mul(e, reals(ln2[1]))));
  local.set(y, f32x4.sub(y, f32x4.mul(square, reals(0.5))));
  local.set(y, f32x4.add(f32x4.add(m, y), f32x4.mul(e, reals(ln2[0]))));
  // What the bits above say nothing about: infinity and numbers that are none stay, 0 and below have their own.
  local.set(low, f32x4.lt(x, reals(Number.POSITIVE_INFINITY)));
  local.set(y, v128.bitselect(y, x, low));
  local.set(y, v128.bitselect(reals(Number.NEGATIVE_INFINITY), y, f32x4.eq(x, reals(0))));
  return v128.bitselect(reals(Number.NaN), y, f32x4.lt(x, reals(0)));
}
