import { describe, expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Image, Segmentation } from "../../../engine/values.ts";
import { segment } from "../../../nodes/dissection/segment.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";

/** Two pictures of 1 x 3 pixels: red, green, blue, and blue, blue, red. */
const pictures: Image = {
  type: "image",
  tensor: tensor(
    [2, 3, 1, 3],
    Float32Array.from([1, -1, -1, -1, 1, -1, -1, -1, 1, -1, -1, 1, -1, -1, -1, 1, 1, -1]),
  ),
};
const ids = [0, 1, 2, 2, 2, 0];

async function classesOf(options: Parameters<typeof tinySegmenter>[0], image = pictures) {
  const made = await runNode(
    segment,
    libraryOf(tinySegmenter(options)),
    { image },
    { model: "tiny-segmenter" },
  );
  const { data, shape } = await numbersOf(made.segmentation);
  return { data: [...data], shape, made: made.segmentation as Segmentation };
}

describe("names the class of every pixel", () => {
  test("from logits", async () => {
    const { data, shape, made } = await classesOf({ ignore: [1] });
    expect(shape).toEqual([2, 1, 3]);
    expect(data).toEqual(ids);
    expect(made).toMatchObject({ classes: ["red", "green", "blue"], ignore: [1] });
    expect(made.tensor.place === "host" && made.tensor.data).toBeInstanceOf(Int32Array);
  });

  test("from logits with the classes last, and from ids", async () => {
    expect((await classesOf({ output: { layout: "NHWC" } })).data).toEqual(ids);
    const { data, shape } = await classesOf({ output: { kind: "ids" } });
    expect([data, shape]).toEqual([ids, [2, 1, 3]]);
  });

  test("for pictures in the range, normalisation and layout that the card asks for", async () => {
    // In 0..1 less (0.9, 0, 0): red is no longer the brightest, where it is 1 it ties at 0.1 with nothing else.
    const shifted = { range: [0, 1], mean: [0.9, 0, 0], std: [1, 1, 1] };
    expect((await classesOf({ image: { ...shifted, layout: "NHWC" } })).data).toEqual(ids);
    const grey: Image = { type: "image", tensor: tensor([1, 3, 1, 1], Float32Array.from([0.7, 0.1, 0.2])) };
    expect((await classesOf({}, grey)).data).toEqual([0]);
    expect((await classesOf({ image: shifted }, grey)).data).toEqual([2]);
  });

  test("in the size that the card asks for", async () => {
    const { data, shape } = await classesOf({ image: { size: [2, 6] } });
    expect(shape).toEqual([2, 2, 6]);
    expect(data.slice(0, 6)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  test("of 2 and of 150", async () => {
    expect((await classesOf({ classes: ["red", "rest"] })).data).toEqual([0, 1, 0, 0, 0, 0]);
    const many = Array.from({ length: 150 }, (_, id) => `class ${id}`);
    expect((await classesOf({ classes: many })).data).toEqual(ids);
  });
});

describe("refuses with a reason", () => {
  test("a model that is no segmenter", async () => {
    const models = libraryOf(traditionalGenerator());
    await expect(runNode(segment, models, { image: pictures }, { model: "dcgan" })).rejects.toMatchObject({
      message: "dcgan is a generator, not a segmenter",
      port: "model",
    });
  });

  test("a model that nobody added", async () => {
    await expect(runNode(segment, libraryOf(tinySegmenter()), { image: pictures })).rejects.toThrow(
      'there is no model "scenes-segmenter"',
    );
  });
});
