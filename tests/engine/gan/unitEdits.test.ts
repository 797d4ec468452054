import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paintStrokes } from "../../../engine/gan/paintStrokes.ts";
import { adaptiveMaxPool } from "../../../engine/gan/region.ts";
import { applyEdits, type Brushes, unitEdits } from "../../../engine/gan/unitEdits.ts";
import { param } from "../../../engine/param.ts";
import type { Stroke, StrokePoint } from "../../../engine/strokes.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";
import { fakeRuntime } from "../toys.ts";

const whole = { size: 2, points: [[0.5, 0.5]] } as const;
/** The left half of a picture of 2 by 2 pixels: its first column. */
const left = { size: 0.1, points: [[0.25, 0.25] as const, [0.25, 0.75] as const] } as const;

const put = (brush: string, where: Pick<Stroke, "size" | "points"> = whole): Stroke => ({
  mode: "paint",
  brush,
  ...where,
});
const off = (brush: string, where: Pick<Stroke, "size" | "points"> = whole): Stroke => ({
  mode: "erase",
  brush,
  ...where,
});
const back = (where: Pick<Stroke, "size" | "points"> = whole): Stroke => ({ mode: "erase", ...where });

const size = [2, 2] as const;
const [units, samples] = [3, 2];
/** Unit u of sample s is 10 (s + 1) + u everywhere. */
const features = tensor(
  [samples, units, 2, 2],
  Float32Array.from({ length: samples * units * 4 }, (_, i) => {
    const map = Math.floor(i / 4);
    return 10 * (Math.floor(map / units) + 1) + (map % units);
  }),
);
const levels = tensor([units], Float32Array.of(100, 200, 300));
const brushes: Brushes = { a: [0], b: [1, 2] };

async function painted(strokes: readonly Stroke[], of: Brushes = brushes): Promise<Float32Array> {
  const edited = await applyEdits(fakeRuntime(), features, unitEdits(strokes, of, size, size), levels);
  return (edited as HostTensor).data as Float32Array;
}

/** The units of the first sample, cell by cell. */
async function first(strokes: readonly Stroke[], of: Brushes = brushes): Promise<number[][]> {
  const data = await painted(strokes, of);
  return [0, 1, 2].map((unit) => [...data.subarray(unit * 4, (unit + 1) * 4)]);
}

describe("strokes of several brushes", () => {
  test("put in the level of each unit, and switch units off, where they lie and in every sample", async () => {
    expect(await first([put("a", left)])).toEqual([
      [100, 10, 100, 10],
      [11, 11, 11, 11],
      [12, 12, 12, 12],
    ]);
    expect(await first([off("b", left)])).toEqual([
      [10, 10, 10, 10],
      [0, 11, 0, 11],
      [0, 12, 0, 12],
    ]);
    expect([...(await painted([put("b")])).subarray(16, 24)]).toEqual([
      200, 200, 200, 200, 300, 300, 300, 300,
    ]);
  });

  test("lie over each other: for its units the later one wins", async () => {
    expect((await first([put("a"), off("a", left)]))[0]).toEqual([0, 100, 0, 100]);
    expect((await first([off("a", left), put("a")]))[0]).toEqual([100, 100, 100, 100]);
    const shared = { a: [0, 1], b: [1] };
    expect(await first([put("a"), off("b", left)], shared)).toEqual([
      [100, 100, 100, 100],
      [0, 200, 0, 200],
      [12, 12, 12, 12],
    ]);
  });

  test("are gone under an eraser of no brush, those after it stay", async () => {
    expect(await first([put("a"), off("b"), back(left)])).toEqual([
      [10, 100, 10, 100],
      [11, 0, 11, 0],
      [12, 0, 12, 0],
    ]);
    expect((await first([put("a"), back(), off("a", left)]))[0]).toEqual([0, 10, 0, 10]);
  });

  test("of a brush without units, or one that is not wired, do nothing", () => {
    expect(unitEdits([put("c"), off("d")], { ...brushes, d: [] }, size, size)).toEqual([]);
    expect(unitEdits([put("a")], { a: undefined }, size, size)).toEqual([]);
  });

  test("take every cell of the layer that they touch, as a mask does on its way to a coarser grid", () => {
    const dab: Stroke = { mode: "paint", brush: "a", size: 0.1, points: [[0.6, 0.1]] };
    const [edit] = unitEdits([dab], brushes, [8, 8], size);
    expect([...(edit?.region.data ?? [])]).toEqual([0, 1, 0, 0]);
  });

  test("that leave nothing leave the very features", async () => {
    expect(await applyEdits(fakeRuntime(), features, [], levels)).toBe(features);
    expect(await painted([put("a"), back()])).toBe(features.data);
  });
});

describe("on the way", () => {
  test("what lies between two edits is released, what came in is not", async () => {
    const runtime = fakeRuntime();
    await applyEdits(runtime, features, unitEdits([put("a"), off("b")], brushes, size, size), levels);
    expect(runtime.released).toHaveLength(1);
    expect(runtime.released).not.toContain(features);
  });
});

const share = fc.double({ min: -0.2, max: 1.2, noNaN: true });
const stroke = fc
  .record({
    mode: fc.constantFrom("paint" as const, "erase" as const),
    brush: fc.constantFrom("a", "b", "c", undefined),
    size: fc.double({ min: 0.05, max: 0.8, noNaN: true }),
    points: fc.array(fc.tuple(share, share) as fc.Arbitrary<StrokePoint>, { minLength: 1, maxLength: 3 }),
  })
  .map(
    ({ brush, ...rest }): Stroke => (brush === undefined ? { ...rest, mode: "erase" } : { ...rest, brush }),
  );
const someUnits = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 5 });
const someBrushes = fc.record({ a: someUnits, b: someUnits, c: fc.option(someUnits, { nil: undefined }) });

const cells = 4;
const before = Float32Array.from({ length: 6 * cells * cells }, (_, i) => i + 1);
const values = Float32Array.from({ length: 6 }, (_, unit) => -1 - unit);

/** One stroke after the other, cell by cell and unit by unit. */
function stepByStep(strokes: readonly Stroke[], of: Brushes): Float32Array {
  const now = before.slice();
  for (const { mode, brush, size, points } of strokes) {
    const mask = paintStrokes([{ mode: "paint", size, points }], 12, 12);
    const region = adaptiveMaxPool(mask, cells, cells).data;
    const chosen = brush === undefined ? [0, 1, 2, 3, 4, 5] : (of[brush] ?? []);
    for (const unit of chosen)
      for (let at = 0; at < cells * cells; at++) {
        if (region[at] !== 1) continue;
        const place = unit * cells * cells + at;
        const level = mode === "paint" ? (values[unit] as number) : 0;
        now[place] = brush === undefined ? (before[place] as number) : level;
      }
  }
  return now;
}

async function atOnce(strokes: readonly Stroke[], of: Brushes, turn = false): Promise<Float32Array> {
  const edits = unitEdits(strokes, of, [12, 12], [cells, cells]);
  const x = tensor([1, 6, cells, cells], before.slice());
  const ordered = turn ? edits.toReversed() : edits;
  return ((await applyEdits(fakeRuntime(), x, ordered, tensor([6], values))) as HostTensor)
    .data as Float32Array;
}

describe("for any strokes and brushes", () => {
  const strokes = fc.array(stroke, { maxLength: 8 });

  test("the edits are those of one stroke after the other, in whichever order they are applied", async () => {
    await fc.assert(
      fc.asyncProperty(strokes, someBrushes, async (way, of) => {
        const expected = stepByStep(way, of);
        expect(await atOnce(way, of)).toEqual(expected);
        expect(await atOnce(way, of, true)).toEqual(expected);
      }),
    );
  });

  test("an eraser of no brush over all of it leaves nothing, and a stroke done twice is done once", async () => {
    await fc.assert(
      fc.asyncProperty(strokes, stroke, someBrushes, async (way, last, of) => {
        expect(unitEdits([...way, back()], of, [12, 12], [cells, cells])).toEqual([]);
        expect(await atOnce([...way, last, last], of)).toEqual(await atOnce([...way, last], of));
      }),
    );
  });

  test("they are strokes that a document takes", () => {
    const spec = param.strokes("Strokes.", { brushes: ["a", "b", "c"] });
    fc.assert(fc.property(strokes, (way) => spec.accepts(way)));
  });
});
