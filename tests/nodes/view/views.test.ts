import { expect, test } from "vitest";
import type { Context, ParamValues, Values } from "../../../engine/node.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Image } from "../../../engine/values.ts";
import { compareImages } from "../../../nodes/view/compareImages.ts";
import { viewImages } from "../../../nodes/view/viewImages.ts";

const images = (n: number, size = 2): Image => ({
  type: "image",
  tensor: tensor([n, 3, size, size], new Float32Array(n * 3 * size * size)),
});
const show = (node: typeof viewImages, inputs: Values, params: ParamValues) =>
  node.show?.(inputs, params, {} as Context);

test.each([
  [0, 1, 1],
  [0, 8, 3],
  [0, 9, 3],
  [5, 8, 5],
])("with columns %i, %i pictures stand in rows of %i", (columns, n, expected) => {
  expect(show(viewImages, { image: images(n) }, { columns })).toMatchObject({
    kind: "images",
    columns: expected,
  });
});

test("compareImages holds one picture against many", () => {
  const view = show(compareImages, { a: images(1), b: images(4) }, { mode: "wipe" });
  expect(view).toMatchObject({ kind: "comparison", mode: "wipe" });
});

test("compareImages refuses pictures that differ in size or samples", () => {
  expect(() => show(compareImages, { a: images(1), b: images(1, 4) }, { mode: "wipe" })).toThrow(
    "a and b differ in size: 2x2 and 4x4",
  );
  expect(() => show(compareImages, { a: images(2), b: images(3) }, { mode: "wipe" })).toThrow(
    "a and b differ in samples: 2 and 3",
  );
});
