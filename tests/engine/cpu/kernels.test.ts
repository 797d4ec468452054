import { describe, expect, it } from "vitest";
import { openKernels } from "../../../engine/cpu/kernels.ts";
import { freeFrom } from "../../../engine/cpu/memoryLayout.ts";
import { numbers } from "./numbers.ts";

/** What a kernel makes of numbers, one by one. */
async function each(name: "Exp" | "Log" | "Sign" | "Relu", values: readonly number[]): Promise<Float32Array> {
  const { single, memory } = await openKernels();
  const to = freeFrom + 4096;
  new Float32Array(memory.buffer, freeFrom).set(values);
  single(name)(freeFrom, to, values.length);
  return new Float32Array(memory.buffer, to, values.length).slice();
}

/** Distance in units in the last place of a float32. */
function ulps(actual: number, exact: number): number {
  const rounded = Math.fround(exact);
  if (Object.is(actual, rounded) || actual === rounded) return 0;
  const unit = 2 ** Math.max(-149, Math.floor(Math.log2(Math.abs(rounded))) - 23);
  return Math.abs(actual - exact) / unit;
}

describe("the exponential", () => {
  it("is within 2 units in the last place, where results are too small for a full mantissa too", async () => {
    const values = Array.from(numbers(800), (x) => Math.fround(95 * x - 7));
    for (const [at, y] of (await each("Exp", values)).entries())
      expect(ulps(y, Math.exp(values[at] as number))).toBeLessThanOrEqual(2);
  });

  it("is 0 and infinite where float32 ends", async () => {
    const [none, all, lowest, highest, nothing] = await each("Exp", [
      -1e4,
      1e4,
      -Infinity,
      Infinity,
      Number.NaN,
    ]);
    expect([none, all, lowest, highest, nothing]).toEqual([0, Infinity, 0, Infinity, Number.NaN]);
  });
});

describe("the logarithm", () => {
  it("is within 2 units in the last place, or as close to 0 as float32 is to 1", async () => {
    const values = Array.from(numbers(800), (x) => Math.fround(Math.exp(88 * x)));
    for (const [at, y] of (await each("Log", values)).entries()) {
      const exact = Math.log(values[at] as number);
      expect(Math.min(ulps(y, exact), Math.abs(y - exact) / 2 ** -24)).toBeLessThanOrEqual(2);
    }
  });

  it("says what float32 says of 0, of what is below, and of what is infinite", async () => {
    const tiny = 2 ** -140;
    const made = Array.from(await each("Log", [0, -0, -1, -Infinity, Infinity, Number.NaN, 1, tiny]));
    const [NaN_, infinite] = [Number.NaN, Number.POSITIVE_INFINITY];
    expect(made.slice(0, 7)).toEqual([-infinite, -infinite, NaN_, NaN_, infinite, NaN_, 0]);
    expect(made[7]).toBeCloseTo(Math.log(tiny), 4);
  });
});

describe("signs and ReLU", () => {
  it("hand on what is no number", async () => {
    expect(Array.from(await each("Relu", [-1, 0, 2, Number.NaN]))).toEqual([0, 0, 2, Number.NaN]);
    expect(Array.from(await each("Sign", [-3, 0, 5, Infinity]))).toEqual([-1, 0, 1, 1]);
  });
});
