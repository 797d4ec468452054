import { expect, test } from "vitest";
import type { GeneratorCard } from "../../../engine/card.ts";
import type { Context } from "../../../engine/context.ts";
import { toImage } from "../../../engine/gan/toImage.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";

const context = { runtime: { read: (value: HostTensor) => Promise.resolve(value) } } as unknown as Context;
const card = (range: [number, number], channels: "RGB" | "BGR") =>
  ({ image: { range, channels } }) as GeneratorCard;

test("passes a picture on that is RGB in [-1, 1] already", async () => {
  const picture = tensor([1, 3, 1, 1], new Float32Array([0, 0.5, 1]));
  expect((await toImage(context, card([-1, 1], "RGB"), picture)).tensor).toBe(picture);
});

test("brings another range to [-1, 1]", async () => {
  const picture = tensor([1, 3, 1, 2], new Float32Array([0, 255, 127.5, 0, 0, 255]));
  const image = (await toImage(context, card([0, 255], "RGB"), picture)).tensor as HostTensor;
  expect([...image.data]).toEqual([-1, 1, 0, -1, -1, 1]);
});

test("turns blue, green, red round in every sample", async () => {
  const picture = tensor([2, 3, 1, 1], new Float32Array([1, 0, -1, 0.5, 0.25, -0.5]));
  const image = (await toImage(context, card([-1, 1], "BGR"), picture)).tensor as HostTensor;
  expect([...image.data]).toEqual([-1, 0, 1, -0.5, 0.25, 0.5]);
});
