import { expect, test } from "vitest";
import { imageDataset } from "../../../nodes/data/imageDataset.ts";
import { drawScene, sceneClasses } from "../../../nodes/data/scene/drawScene.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";

test("draws scenes with the exact class of every pixel, sample i the same whatever the count", async () => {
  const made = await runNode(imageDataset, libraryOf(), {}, { count: 3, size: 32, seed: 4 });
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
