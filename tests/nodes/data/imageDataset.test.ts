import { describe, expect, it, test } from "vitest";
import type { Segmentation } from "../../../engine/values.ts";
import { imageDataset } from "../../../nodes/data/imageDataset.ts";
import { drawScene, sceneClasses } from "../../../nodes/data/scene/drawScene.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";
import { pictureSheet } from "./pictureSheet.ts";

const run = (params: Readonly<Record<string, unknown>>) => runNode(imageDataset, libraryOf(), {}, params);

test("draws scenes with the exact class of every pixel, sample i the same whatever the count", async () => {
  const made = await run({ count: 3, size: 32, seed: 4 });
  const [images, labels] = [await numbersOf(made.images), await numbersOf(made.labels)];
  expect([images.shape, labels.shape]).toEqual([
    [3, 3, 32, 32],
    [3, 32, 32],
  ]);
  const third = drawScene(4, 2, 32);
  expect(images.data.slice(2 * 3072)).toEqual(third.rgb);
  expect([...labels.data.slice(2 * 1024)]).toEqual([...third.labels]);
  expect(made.labels).toMatchObject({ classes: sceneClasses, ignore: [] });
  expect(await numbersOf(made.data)).toBe(images);
});

describe.each([8, 16, 32])("scenes of %i pixels", (size) => {
  test("hold several classes, and colours that are not flat", async () => {
    const made = await run({ count: 8, size, seed: 1 });
    const [images, labels] = [await numbersOf(made.images), await numbersOf(made.labels)];
    expect(images.shape).toEqual([8, 3, size, size]);
    expect(new Set(labels.data).size).toBeGreaterThan(3);
    for (const value of images.data) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    for (let sample = 0; sample < 8; sample++)
      expect(
        new Set(labels.data.slice(sample * size * size, (sample + 1) * size * size)).size,
      ).toBeGreaterThan(1);
  });
});

describe("own pictures", () => {
  /** Red says which picture, green goes right, blue down. */
  const pictures = pictureSheet(40, 8, (picture, x, y) => [picture, 10 * x, 10 * y]);
  const level = (value: number) => value / 127.5 - 1;

  it("are all given, each from its place on the sheet, whatever the count", async () => {
    const { shape, data } = await numbersOf((await run({ set: "own", pictures, size: 8, count: 3 })).images);
    expect(shape).toEqual([40, 3, 8, 8]);
    const pixel = (sample: number, channel: number, y: number, x: number) =>
      data[((sample * 3 + channel) * 8 + y) * 8 + x];
    for (const sample of [0, 31, 32, 39]) {
      expect(pixel(sample, 0, 3, 4)).toBeCloseTo(level(sample), 6);
      expect(pixel(sample, 1, 3, 4)).toBeCloseTo(level(40), 6);
      expect(pixel(sample, 2, 3, 4)).toBeCloseTo(level(30), 6);
    }
  });

  it.each([
    [16, "bilinear"],
    [32, "bilinear"],
    [64, "bilinear"],
  ])("are made %i pixels large (%s), red as it was", async (size) => {
    const { shape, data } = await numbersOf((await run({ set: "own", pictures, size })).images);
    expect(shape).toEqual([40, 3, size, size]);
    for (let at = 0; at < size * size; at++) expect(data[7 * 3 * size * size + at]).toBeCloseTo(level(7), 6);
  });

  it("are averaged where they are kept larger", async () => {
    const large = pictureSheet(2, 64, (picture, x, y) => [100 * picture, x % 2 === 0 ? 0 : 200, 3 * y]);
    const { data } = await numbersOf((await run({ set: "own", pictures: large, size: 8 })).images);
    expect(data[3 * 64]).toBeCloseTo(level(100), 6);
    expect(data[64]).toBeCloseTo(level(100), 6);
    expect(data[128]).toBeCloseTo(level((3 * 7) / 2), 6);
  });

  it("have one class, which is no concept", async () => {
    const labels = (await run({ set: "own", pictures, size: 8 })).labels as Segmentation;
    expect(labels).toMatchObject({ classes: ["unlabelled"], ignore: [0] });
    expect(new Set((await numbersOf(labels)).data)).toEqual(new Set([0]));
  });

  it.each([
    ["grey", pictureSheet(2, 8, () => [51])],
    ["grey with transparency", pictureSheet(2, 8, () => [51, 9])],
    ["colour with transparency", pictureSheet(2, 8, () => [51, 51, 51, 9])],
  ])("may be %s", async (_, sheet) => {
    const { data } = await numbersOf((await run({ set: "own", pictures: sheet, size: 8 })).images);
    for (const value of data) expect(value).toBeCloseTo(level(51), 6);
  });

  it("fail with a reason and a cure where there are none, or the sheet is not what it says", async () => {
    const cure = expect.stringMatching(/\.$/);
    const own = (sheet: unknown) => run({ set: "own", pictures: sheet, size: 8 });
    await expect(run({ set: "own" })).rejects.toMatchObject({
      message: "there are no pictures",
      port: "pictures",
      cure,
    });
    await expect(own({ ...pictures, count: 20 })).rejects.toMatchObject({
      message: "pictures.png: expected 160 x 8 pixels for 20 of 8 x 8, got 256 x 16",
      cure,
    });
    await expect(own({ ...pictures, png: "bm8gUE5H" })).rejects.toMatchObject({
      message: expect.stringMatching(/^pictures\.png can't be read: /),
      cure,
    });
    await expect(own({ ...pictures, png: "???" })).rejects.toMatchObject({
      message: expect.stringMatching(/^pictures\.png can't be read: /),
    });
    await expect(own({ ...pictures, png: pictures.png.slice(0, 200) })).rejects.toMatchObject({
      message: expect.stringMatching(/^pictures\.png can't be read: /),
    });
  });
});
