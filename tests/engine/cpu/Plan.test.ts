import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openKernels } from "../../../engine/cpu/kernels.ts";
import { bytes, freeFrom } from "../../../engine/cpu/memoryLayout.ts";
import { addressOf, Plan, type Value } from "../../../engine/cpu/Plan.ts";

describe("a plan", () => {
  it("gives no two values the same memory while both are needed, and takes memory back after", async () => {
    const kernels = await openKernels();
    const extent = fc.integer({ min: 1, max: 50 });
    const steps = fc.array(fc.tuple(extent, fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(extent, steps, (first, made) => {
        const plan = new Plan(kernels);
        const values: Value[] = [plan.input([first])];
        const needed: (readonly [value: Value, from: number, to: number])[] = [];
        const uses: Value[][] = [];
        for (const [numbers, a, b] of made) {
          const from = [values[a % values.length], values[b % values.length]] as Value[];
          uses.push(from);
          values.push(plan.make([numbers], from, () => {}));
        }
        for (const [at, value] of values.entries()) {
          const last = uses.reduce(
            (latest, from, step) => (from.includes(value) ? step : latest),
            Math.max(0, at - 1),
          );
          needed.push([value, Math.max(0, at - 1), last]);
        }
        plan.close();
        const end = (value: Value) => addressOf(value) + (value.shape[0] as number) * bytes.number;
        for (const [a, from, to] of needed) {
          expect(addressOf(a)).toBeGreaterThanOrEqual(freeFrom);
          for (const [b, since, until] of needed)
            if (a !== b && from <= until && since <= to)
              expect(end(a) <= addressOf(b) || end(b) <= addressOf(a)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("needs no more memory for a long chain than for its longest links", async () => {
    const plan = new Plan(await openKernels());
    let value = plan.input([1000]);
    for (let step = 0; step < 100; step++) value = plan.make([1000], [value], () => {});
    plan.close();
    expect(plan.bytes).toBeLessThan(freeFrom + 2 * 1000 * bytes.number + 200);
  });

  it("makes once what several ask for", async () => {
    const plan = new Plan(await openKernels());
    const x = plan.input([4]);
    const made = plan.once("twice", x, [8], () => {});
    expect(plan.once("twice", x, [8], () => {})).toBe(made);
    expect(plan.once("thrice", x, [12], () => {})).not.toBe(made);
  });
});
