import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paintStrokes } from "../../../engine/gan/paintStrokes.ts";
import { param } from "../../../engine/param.ts";
import type { Stroke, StrokePoint } from "../../../engine/strokes.ts";
import { tensor } from "../../../engine/tensor.ts";

const paint = (size: number, ...points: StrokePoint[]): Stroke => ({ mode: "paint", size, points });
const erase = (size: number, ...points: StrokePoint[]): Stroke => ({ mode: "erase", size, points });

/** The mask as rows of `#` and `.`. */
function drawn(strokes: readonly Stroke[], height: number, width: number): string[] {
  const { shape, data } = paintStrokes(strokes, height, width);
  expect(shape).toEqual([1, height, width]);
  const rows = Array.from({ length: height }, (_, row) => [...data.subarray(row * width, (row + 1) * width)]);
  return rows.map((row) => row.map((level) => (level === 1 ? "#" : ".")).join(""));
}

describe("a brush", () => {
  test("takes the pixels whose centres lie within half its size", () => {
    expect(drawn([paint(0.6, [0.5, 0.5])], 5, 5)).toEqual([".....", ".###.", ".###.", ".###.", "....."]);
    expect(drawn([paint(0.4, [0.5, 0.5])], 5, 5)).toEqual([".....", "..#..", ".###.", "..#..", "....."]);
  });

  test("goes straight from point to point", () => {
    expect(drawn([paint(0.2, [0.1, 0.5], [0.9, 0.5])], 5, 5)[2]).toBe("#####");
    const corner = paint(0.2, [0.1, 0.1], [0.9, 0.1], [0.9, 0.9]);
    expect(drawn([corner], 5, 5)).toEqual(["#####", "....#", "....#", "....#", "....#"]);
  });

  test("is as round on a picture that is wider than high", () => {
    expect(drawn([paint(1, [0.5, 0.5])], 4, 8)).toEqual(["...##...", "..####..", "..####..", "...##..."]);
  });

  test("may come in from outside the picture, and leaves nothing where it stays outside", () => {
    expect(drawn([paint(0.4, [-0.5, 0.5], [0.1, 0.5])], 5, 5)).toEqual([
      ".....",
      "#....",
      "##...",
      "#....",
      ".....",
    ]);
    expect(drawn([paint(0.4, [-0.5, -0.5])], 2, 2)).toEqual(["..", ".."]);
  });

  test("takes at least a pixel, however thin it is", () => {
    for (const place of [0.01, 0.25, 0.49, 0.5, 0.74, 0.99])
      expect(drawn([paint(1e-6, [place, place])], 4, 4).join("")).toContain("#");
  });

  test("that erases takes back what was painted before, not what is painted after", () => {
    const [on, off] = [paint(2, [0.5, 0.5]), erase(0.1, [0.3, 0.3])];
    expect(drawn([on, off], 2, 2)).toEqual([".#", "##"]);
    expect(drawn([off, on], 2, 2)).toEqual(["##", "##"]);
  });
});

const coordinate = fc.double({ min: -1, max: 2, noNaN: true });
const stroke = fc.record({
  mode: fc.constantFrom("paint" as const, "erase" as const),
  size: fc.double({ min: 0.3, max: 2, noNaN: true }),
  points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 6 }),
});
const strokes = fc.array(stroke, { maxLength: 6 });
const extent = fc.integer({ min: 5, max: 16 });
const painted = strokes.map((list) => list.map((each) => ({ ...each, mode: "paint" as const })));

describe("strokes of any kind", () => {
  const maskOf = (list: readonly Stroke[], height: number, width: number) => [
    ...paintStrokes(list, height, width).data,
  ];

  test("are accepted by the param, and give a mask in [0, 1]", () => {
    const spec = param.strokes("Strokes.");
    fc.assert(
      fc.property(strokes, extent, extent, (list, height, width) => {
        expect(spec.accepts(list)).toBe(true);
        const mask = maskOf(list, height, width);
        expect(mask).toHaveLength(height * width);
        expect(mask.every((level) => level === 0 || level === 1)).toBe(true);
      }),
    );
  });

  test("give the same in any order while none of them erases", () => {
    fc.assert(
      fc.property(painted, extent, extent, (list, height, width) => {
        expect(maskOf(list.toReversed(), height, width)).toEqual(maskOf(list, height, width));
      }),
    );
  });

  test("give the same whichever way a stroke was drawn, or cut in two", () => {
    fc.assert(
      fc.property(stroke, fc.nat(5), extent, (whole, at, size) => {
        const cut = Math.min(at, whole.points.length - 1);
        const backwards = { ...whole, points: whole.points.toReversed() };
        const [first, rest] = [whole.points.slice(0, cut + 1), whole.points.slice(cut)];
        const halves = [first, rest].map((points) => ({ ...whole, points }));
        const ground = tensor(
          [1, size, size],
          new Float32Array(size * size).fill(whole.mode === "erase" ? 1 : 0),
        );
        const of = (list: readonly Stroke[]) => [...paintStrokes(list, size, size, ground).data];
        expect(of([backwards])).toEqual(of([whole]));
        expect(of(halves)).toEqual(of([whole]));
      }),
    );
  });

  test("leave nothing where the last one erased, and all of the last one that painted", () => {
    fc.assert(
      fc.property(strokes, stroke, extent, (list, last, size) => {
        const touched = maskOf([{ ...last, mode: "paint" }], size, size);
        const [before, after] = [maskOf(list, size, size), maskOf([...list, last], size, size)];
        const level = last.mode === "paint" ? 1 : 0;
        expect(after).toEqual(before.map((was, pixel) => (touched[pixel] === 1 ? level : was)));
      }),
    );
  });

  test("go on from what is there: painted at once or one after the other", () => {
    fc.assert(
      fc.property(strokes, strokes, extent, (first, then, size) => {
        const ground = paintStrokes(first, size, size);
        const before = [...ground.data];
        const after = [...paintStrokes(then, size, size, ground).data];
        expect(after).toEqual(maskOf([...first, ...then], size, size));
        expect([...ground.data]).toEqual(before);
      }),
    );
  });

  test("mean the same at every size: a pixel is the middle one of the nine it becomes", () => {
    fc.assert(
      fc.property(strokes, extent, extent, (list, height, width) => {
        const fine = paintStrokes(list, 3 * height, 3 * width).data;
        const middles = Array.from({ length: height * width }, (_, pixel) => {
          const [row, column] = [Math.floor(pixel / width), pixel % width];
          return fine[(3 * row + 1) * 3 * width + 3 * column + 1];
        });
        expect(middles).toEqual(maskOf(list, height, width));
      }),
    );
  });
});
