import fc from "fast-check";
import { expect, test } from "vitest";
import { interpolate } from "../../../engine/gan/interpolate.ts";
import { slice, tensor } from "../../../engine/tensor.ts";
import { distance, expectClose, type Known } from "../../expectClose.ts";
import known from "./known/interpolation.json" with { type: "json" };

const row = ({ data }: Known) => tensor([1, data.length], Float32Array.from(data));
const a = row(known.a);

test("goes straight as torch.lerp does", () => {
  expectClose(interpolate(a, row(known.b), 5, "linear"), known.linear, 1e-6);
});

test("keeps its ends on the arc whatever their lengths", () => {
  expectClose(interpolate(a, row(known.b), 5, "spherical"), known.spherical, 1e-5);
});

test("follows the published slerp between vectors of one length", () => {
  expectClose(interpolate(a, row(known.sameLength.b), 5, "spherical"), known.sameLength.spherical, 1e-5);
});

test("goes straight between parallel vectors", () => {
  expectClose(interpolate(a, row(known.parallel.b), 5, "spherical"), known.parallel.spherical, 1e-5);
});

test("stays finite between opposite vectors and from zero", () => {
  const zero = tensor([1, 2], new Float32Array(2));
  const east = tensor([1, 2], new Float32Array([1, 0]));
  const west = tensor([1, 2], new Float32Array([-1, 0]));
  expect([...interpolate(east, west, 3, "spherical").data]).toEqual([1, 0, 0, 0, -1, 0]);
  expect([...interpolate(zero, east, 3, "spherical").data]).toEqual([0, 0, 0.5, 0, 1, 0]);
});

test("walks the pairs of a batch in turn, both ends exact", () => {
  const vectors = fc.array(fc.float({ noNaN: true, min: -3, max: 3 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(vectors, vectors, fc.integer({ min: 2, max: 6 }), (x, y, steps) => {
      const [from, to] = [tensor([2, 3], Float32Array.from(x)), tensor([2, 3], Float32Array.from(y))];
      const path = interpolate(from, to, steps, "spherical");
      for (const pair of [0, 1]) {
        const alone = interpolate(slice(from, pair, pair + 1), slice(to, pair, pair + 1), steps, "spherical");
        expect(slice(path, pair * steps, (pair + 1) * steps).data).toEqual(alone.data);
        expect(distance(slice(alone, 0, 1).data, x.slice(pair * 3, pair * 3 + 3))).toBe(0);
        expect(distance(slice(alone, steps - 1, steps).data, y.slice(pair * 3, pair * 3 + 3))).toBe(0);
      }
    }),
  );
});
