import { expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Segmentation } from "../../../engine/values.ts";
import { number } from "../../../nodes/flow/number.ts";
import { pick } from "../../../nodes/flow/pick.ts";
import { repeat } from "../../../nodes/flow/repeat.ts";
import { gaussian } from "../arrays.ts";
import { features, libraryOf, numbersOf, runNode } from "../workbench.ts";

const models = libraryOf();
const held = features("tiny", "4x4", gaussian(1, 3, 2, 2, 2));
const ids: Segmentation = {
  type: "segmentation",
  classes: ["none", "sky"],
  ignore: [0],
  tensor: tensor([2, 1, 2], new Int32Array([0, 1, 1, 0])),
};

test("pick takes one sample and keeps what it carries", async () => {
  const { item } = await runNode(pick, models, { batch: held }, { index: 2 });
  expect(item).toMatchObject({ type: "features", generator: "tiny", layer: "4x4" });
  const { shape, data } = await numbersOf(item);
  expect(shape).toEqual([1, 2, 2, 2]);
  expect([...data]).toEqual([...(await numbersOf(held)).data.subarray(16)]);
});

test("pick keeps class ids integers", async () => {
  const { item } = await runNode(pick, models, { batch: ids }, { index: 1 });
  expect((await numbersOf(item)).data).toEqual(new Int32Array([1, 0]));
  expect(item).toMatchObject({ classes: ["none", "sky"], ignore: [0] });
});

test("pick names the samples there are", async () => {
  await expect(runNode(pick, models, { batch: ids }, { index: 2 })).rejects.toMatchObject({
    message: "there is no sample 2: the batch has 2",
    port: "index",
    cure: "Choose an index from 0 to 1.",
  });
});

test("repeat gives each sample so many times in turn", async () => {
  const { batch } = await runNode(repeat, models, { batch: ids }, { count: 2 });
  const { shape, data } = await numbersOf(batch);
  expect(shape).toEqual([4, 1, 2]);
  expect([...data]).toEqual([0, 1, 0, 1, 1, 0, 1, 0]);
});

test("number gives its value", async () => {
  expect(await runNode(number, models, {}, { value: -0.5 })).toEqual({
    value: { type: "number", value: -0.5 },
  });
});
