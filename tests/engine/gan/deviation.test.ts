import fc from "fast-check";
import { expect, test } from "vitest";
import { deviationPicture, mergeMoments, momentsOf, noMoments } from "../../../engine/gan/deviation.ts";
import { normals } from "../../../engine/random.ts";
import { slice, tensor } from "../../../engine/tensor.ts";
import { distance } from "../../expectClose.ts";

const images = tensor([9, 3, 2, 2], normals(1, "test", 0, 9 * 12));

test("is the biased deviation, the mean over the channels, black at 0", () => {
  const two = tensor([2, 3, 1, 1], new Float32Array([1, 0, 0.5, -1, 0, 0.5]));
  expect([...deviationPicture(momentsOf(two), 1).data]).toEqual([1, 1, 1].map(() => Math.fround(1 / 3 - 1)));
});

test("brightens by the gain up to white", () => {
  const two = tensor([2, 3, 1, 1], new Float32Array([1, 1, 1, -1, -1, -1]));
  expect([...deviationPicture(momentsOf(two), 10).data]).toEqual([1, 1, 1]);
});

test("does not depend on how the samples were cut", () => {
  const whole = deviationPicture(momentsOf(images), 1).data;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), (at) => {
      const parts = mergeMoments(momentsOf(slice(images, at, 9)), momentsOf(slice(images, 0, at)));
      expect(distance(deviationPicture(mergeMoments(noMoments, parts), 1).data, whole)).toBeLessThan(1e-6);
    }),
  );
});
