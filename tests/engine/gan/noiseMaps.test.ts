import { expect, test } from "vitest";
import { noiseMaps } from "../../../engine/gan/noiseMaps.ts";
import { normals } from "../../../engine/random.ts";
import type { Noise } from "../../../engine/values.ts";

const noise: Noise = { type: "noise", seed: 7, strength: 0.5, resolutions: [1, 1024] };
const place = { index: 3, resolution: 8, from: 0, to: 4 };

test("is zero where no noise is wired and where its strength is 0", () => {
  expect(noiseMaps(undefined, place).data.every((x) => x === 0)).toBe(true);
  expect(noiseMaps({ ...noise, strength: 0 }, place).data.every((x) => x === 0)).toBe(true);
});

test("is zero at resolutions that the noise leaves out", () => {
  expect(noiseMaps({ ...noise, resolutions: [16, 32] }, place).data.every((x) => x === 0)).toBe(true);
});

test("is the stream of its layer times the strength", () => {
  const maps = noiseMaps(noise, place);
  expect(maps.shape).toEqual([4, 1, 8, 8]);
  const expected = normals(7, "noise:3", 2, 64).map((x) => x * 0.5);
  expect(maps.data.subarray(2 * 64, 3 * 64)).toEqual(expected);
});

test("does not depend on how the batch was cut into chunks", () => {
  const whole = noiseMaps(noise, place).data;
  const tail = noiseMaps(noise, { ...place, from: 3 }).data;
  expect(tail).toEqual(whole.subarray(3 * 64));
});

test("differs between layers of one resolution", () => {
  expect(noiseMaps(noise, place).data).not.toEqual(noiseMaps(noise, { ...place, index: 2 }).data);
});
