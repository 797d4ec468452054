import { describe, expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Image, Table } from "../../../engine/values.ts";
import { topSamples } from "../../../nodes/dissection/topSamples.ts";
import { features, libraryOf, numbersOf, reduceNode, thresholds } from "../workbench.ts";

/** Four samples of 8 x 8 in one grey each, and two units on a 2 x 2 grid: the peaks of the first rise, of the second fall. */
const image: Image = {
  type: "image",
  tensor: tensor(
    [4, 3, 8, 8],
    Float32Array.from({ length: 768 }, (_, i) => Math.floor(i / 192) / 10),
  ),
};
const maps = [0, 1, 2, 3].flatMap((sample) => [sample + 1, 0, 0, 0, 0, 0, 0, 10 - sample]);
const inputs = { image, features: features("tiny", "2x2", { shape: [4, 2, 2, 2], data: maps }) };
const run = async (params: object, given: object = {}, options = {}) => {
  const made = await reduceNode(
    topSamples,
    libraryOf(),
    { ...inputs, ...given },
    { count: 2, ...params },
    options,
  );
  return { rows: (made.table as Table).rows, picture: await numbersOf(made.image) };
};

test("finds the samples that drive each unit most, the strongest first", async () => {
  const { rows, picture } = await run({}, {}, { chunk: 1 });
  expect(rows).toEqual([
    [0, 1, 3, 4],
    [0, 2, 2, 3],
    [1, 1, 0, 10],
    [1, 2, 1, 9],
  ]);
  expect(picture.shape).toEqual([4, 3, 8, 8]);
});

test("is the same merged in any order", async () => {
  const whole = await run({});
  expect(await run({}, {}, { chunk: 1, merged: (states: unknown[]) => states.toReversed() })).toEqual(whole);
});

describe("each picture", () => {
  test("is as it was inside a white line where the unit is above its threshold, and dimmed outside", async () => {
    const { picture } = await run({ units: "0", count: 1 }, { thresholds: thresholds([0.5, 0.5]) });
    const at = (y: number, x: number) => picture.data[y * 8 + x] ?? 0;
    expect(at(0, 0)).toBe(1);
    expect(at(1, 1)).toBeCloseTo(0.3, 6);
    expect(at(7, 7)).toBeCloseTo(1.3 * 0.4 - 1, 6);
  });

  test("shows the square round the unit's part where it is cropped", async () => {
    const { picture } = await run(
      { units: "1", count: 1, show: "crop" },
      { thresholds: thresholds([0.5, 9]) },
    );
    const inside = picture.data.slice(0, 64).filter((level) => level > -0.5).length;
    const { picture: whole } = await run({ units: "1", count: 1 }, { thresholds: thresholds([0.5, 9]) });
    expect(inside).toBeGreaterThan(whole.data.slice(0, 64).filter((level) => level > -0.5).length);
  });
});

test("takes fewer where there are fewer samples, and refuses units that the layer lacks", async () => {
  expect((await run({ count: 9 })).rows).toHaveLength(8);
  await expect(run({ units: "7" })).rejects.toThrow("there is no unit 7: the layer has 2 units");
});
