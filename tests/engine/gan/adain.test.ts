import { expect, test } from "vitest";
import { adain } from "../../../engine/gan/adain.ts";
import { normals } from "../../../engine/random.ts";
import { tensor } from "../../../engine/tensor.ts";
import { distance } from "../../expectClose.ts";

const maps = (seed: number, n: number, units: number, size: number, scale = 1, shift = 0) =>
  tensor(
    [n, units, size, size],
    normals(seed, "test", 0, n * units * size * size).map((x) => x * scale + shift),
  );

function statistics(map: Float32Array): [number, number] {
  const mean = map.reduce((sum, x) => sum + x, 0) / map.length;
  return [mean, Math.sqrt(map.reduce((sum, x) => sum + (x - mean) ** 2, 0) / map.length)];
}

test("gives each map the mean and deviation of the style's map of another size", () => {
  const content = maps(1, 2, 3, 8, 2, 1);
  const style = maps(2, 2, 3, 4, 0.5, -3);
  const out = adain(content, style);
  expect(out.shape).toEqual([2, 3, 8, 8]);
  for (let map = 0; map < 6; map++) {
    const made = statistics(out.data.subarray(map * 64, (map + 1) * 64) as Float32Array);
    const wanted = statistics(style.data.subarray(map * 16, (map + 1) * 16) as Float32Array);
    expect(distance(made, wanted)).toBeLessThan(1e-5);
  }
});

test("changes nothing when a map takes its own statistics", () => {
  const x = maps(3, 1, 2, 8);
  expect(distance(adain(x, x).data, x.data)).toBeLessThan(1e-5);
});

test("turns a map without contrast into the style's mean", () => {
  const flat = tensor([1, 1, 2, 2], new Float32Array(4).fill(5));
  expect([...adain(flat, tensor([1, 1, 1, 2], new Float32Array([1, 3]))).data]).toEqual([2, 2, 2, 2]);
});
