import { expect, test } from "vitest";
import { conceptMask } from "../../../nodes/dissection/conceptMask.ts";
import { libraryOf, numbersOf, runNode, segmentation } from "../workbench.ts";

const ids = { shape: [2, 1, 3], data: [0, 1, 2, 2, 2, 0] };
const mask = async (concept: string, classes: readonly string[] | null) => {
  const given = { segmentation: segmentation(ids, classes) };
  return [...(await numbersOf((await runNode(conceptMask, libraryOf(), given, { concept })).mask)).data];
};

test("is 1 where the segmentation names the concept", async () => {
  expect(await mask("tree", ["sky", "grass", "tree"])).toEqual([0, 0, 1, 1, 1, 0]);
});

test("takes the number of a class where classes have no names, also one that these samples lack", async () => {
  expect(await mask("1", null)).toEqual([0, 1, 0, 0, 0, 0]);
  expect(await mask("9", null)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("names the concepts there are where one is wrong", async () => {
  await expect(mask("door", ["sky", "grass", "tree"])).rejects.toMatchObject({
    message: 'there is no concept "door"',
    port: "concept",
    cure: "Choose one of sky, grass, tree.",
  });
  await expect(mask("0", null)).rejects.toMatchObject({
    cure: "Classes have no names here: write a number from 1 on.",
  });
});
