import { expect, test } from "vitest";
import { createLibrary } from "../../../engine/library.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Image } from "../../../engine/values.ts";
import { resize } from "../../../nodes/flow/resize.ts";
import { numbersOf, runNode } from "../workbench.ts";

const image: Image = {
  type: "image",
  tensor: tensor([1, 3, 2, 2], Float32Array.from([0, 1, 2, 3, 0, 0, 0, 0, 1, 1, 1, 1])),
};
const made = async (params: object) =>
  numbersOf((await runNode(resize, createLibrary(), { image }, params as never)).image);

test("pictures are blended between the centres of pixels, as torch does", async () => {
  const { shape, data } = await made({ size: 4 });
  expect(shape).toEqual([1, 3, 4, 4]);
  // torch.nn.functional.interpolate(x, size=4, mode="bilinear", align_corners=False)
  expect([...data.subarray(0, 8)]).toEqual([0, 0.25, 0.75, 1, 0.5, 0.75, 1.25, 1.5]);
  expect(new Set(data.subarray(32))).toEqual(new Set([1]));
});

test("or every pixel becomes a square", async () => {
  const { data } = await made({ size: 4, how: "nearest" });
  expect([...data.subarray(0, 16)]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3]);
});

test("a larger picture gets smaller", async () => {
  const { shape, data } = await made({ size: 1 });
  expect(shape).toEqual([1, 3, 1, 1]);
  expect(data[0]).toBe(1.5);
});
