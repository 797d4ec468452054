import { describe, expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Image } from "../../../engine/values.ts";
import { paintRegion } from "../../../nodes/dissection/paintRegion.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";

const models = libraryOf();
const strokes = [
  { mode: "paint", size: 2, points: [[0.5, 0.5]] },
  { mode: "erase", size: 0.5, points: [[0, 0]] },
];
const image = (n: number, height: number, width: number): Image => ({
  type: "image",
  tensor: tensor([n, 3, height, width], new Float32Array(n * 3 * height * width)),
});

describe("the mask", () => {
  test("is as large as the image, one for all samples", async () => {
    const { mask } = await runNode(paintRegion, models, { image: image(4, 2, 3) }, { strokes });
    expect(mask?.type).toBe("mask");
    expect(await numbersOf(mask)).toEqual(tensor([1, 2, 3], Float32Array.of(0, 1, 1, 1, 1, 1)));
  });

  test("has the size of the param where no image is wired", async () => {
    const { mask } = await runNode(paintRegion, models, {}, { strokes, size: 2 });
    expect(await numbersOf(mask)).toEqual(tensor([1, 2, 2], Float32Array.of(0, 1, 1, 1)));
  });

  test("is empty while nobody has painted", async () => {
    const { mask } = await runNode(paintRegion, models, {});
    const { shape, data } = await numbersOf(mask);
    expect(shape).toEqual([1, 64, 64]);
    expect(data.every((level) => level === 0)).toBe(true);
  });
});
