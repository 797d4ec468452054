import { expect, test } from "vitest";
import type { Noise, Style } from "../../../engine/values.ts";
import { adainLayer } from "../../../nodes/generator/adainLayer.ts";
import { constantInput } from "../../../nodes/generator/constantInput.ts";
import { generate } from "../../../nodes/generator/generate.ts";
import { synthesis } from "../../../nodes/generator/synthesis.ts";
import { toRGB } from "../../../nodes/generator/toRGB.ts";
import { distance, expectClose } from "../../expectClose.ts";
import { averaged } from "../averaged.ts";
import mixing from "../known/style-mixing.json" with { type: "json" };
import { mixingGenerator } from "../mixingGenerator.ts";
import { latent, libraryOf, numbersOf, runNode, style } from "../workbench.ts";

const models = libraryOf(mixingGenerator);
const [A, B] = [mixing.wA, mixing.wB].map(({ data }) => style("mixing", { shape: [1, 8], data })) as [
  Style,
  Style,
];
const noise: Noise = { type: "noise", seed: 3, strength: 0.5, resolutions: [1, 1024] };

const mixtures = {
  "all A": { coarse: A },
  "coarse from B": { coarse: B, middle: A },
  "middle from B": { coarse: A, middle: B, fine: A },
  "fine from B": { coarse: A, fine: B },
  "coarse and middle from B": { coarse: B, fine: A },
  "all B": { coarse: B },
};

test.each(mixing.cases)(
  "mixes by ranges as the published code: $name",
  async ({ name, imageAveraged4x4 }) => {
    const { image } = await runNode(synthesis, models, mixtures[name as keyof typeof mixtures]);
    expectClose(averaged(await numbersOf(image)), imageAveraged4x4, 1e-3);
  },
);

test("gives what the layers one by one give, with noise", async () => {
  let { features } = await runNode(constantInput, models, {}, { generator: "mixing" });
  for (let layer = 0; layer < 10; layer++)
    ({ features } = await runNode(adainLayer, models, { features, w: layer < 4 ? B : A, noise }));
  const { image } = await runNode(toRGB, models, { features });
  const whole = await runNode(synthesis, models, { coarse: B, middle: A, noise });
  expect(distance((await numbersOf(image)).data, (await numbersOf(whole.image)).data)).toBeLessThan(1e-5);
});

test("gives the features at its tap, and the same picture whatever the tap", async () => {
  const tapped = await runNode(synthesis, models, { coarse: A }, { tap: "8x8 b" });
  const whole = await runNode(synthesis, models, { coarse: A });
  expect(tapped.features).toMatchObject({ layer: "8x8 b", generator: "mixing" });
  expect((await numbersOf(tapped.features)).shape).toEqual([1, 8, 8, 8]);
  expect(distance((await numbersOf(tapped.image)).data, (await numbersOf(whole.image)).data)).toBeLessThan(
    1e-5,
  );
});

test("takes one style for a range with several for another", async () => {
  const both = style("mixing", { shape: [2, 8], data: [...mixing.wA.data, ...mixing.wB.data] });
  const { image } = await runNode(synthesis, models, { coarse: A, fine: both });
  const { image: second } = await runNode(synthesis, models, { coarse: A, fine: B });
  const { data, shape } = await numbersOf(image);
  expect(shape).toEqual([2, 3, 64, 64]);
  expect(distance(data.subarray(data.length / 2), (await numbersOf(second)).data)).toBeLessThan(1e-6);
});

test("noise depends on the sample's place in the whole batch, not on the chunk", async () => {
  const three = style("mixing", { shape: [3, 8], data: [1, 2, 3].flatMap(() => mixing.wA.data) });
  const { image } = await runNode(synthesis, models, { coarse: three, noise });
  const last = await runNode(synthesis, models, { coarse: A, noise }, {}, (context) => ({
    ...context,
    range: { from: 2, to: 3 },
  }));
  const { data } = await numbersOf(image);
  const each = data.length / 3;
  expect(distance(data.subarray(2 * each), (await numbersOf(last.image)).data)).toBeLessThan(1e-6);
  expect(distance(data.subarray(0, each), data.subarray(each, 2 * each))).toBeGreaterThan(1e-3);
});

test("generate runs a style-based generator from z as mapping and synthesis do", async () => {
  const z = latent("mixing", { shape: [1, 8], data: mixing.wB.data });
  const { image, features } = await runNode(generate, models, { z }, { generator: "mixing", tap: "16x16 a" });
  const { image: expected } = await runNode(synthesis, models, { coarse: B });
  expect(distance((await numbersOf(image)).data, (await numbersOf(expected)).data)).toBeLessThan(1e-5);
  expect((await numbersOf(features)).shape).toEqual([1, 8, 16, 16]);
});

test("names the layers there are when the tap is none of them", async () => {
  await expect(runNode(synthesis, models, { coarse: A }, { tap: "8x8" })).rejects.toMatchObject({
    message: 'mixing has no layer called "8x8"',
    port: "tap",
    cure: expect.stringContaining("4x4 a, 4x4 b, 8x8 a"),
  });
});

test("refuses styles of two generators, and of another size", async () => {
  const other = { ...B, generator: "another" };
  await expect(runNode(synthesis, models, { coarse: A, fine: other })).rejects.toMatchObject({
    message: "coarse and fine differ in generator: mixing and another",
    port: "fine",
  });
  const wide = style("mixing", { shape: [1, 4], data: [1, 2, 3, 4] });
  await expect(runNode(synthesis, models, { coarse: A, middle: wide })).rejects.toMatchObject({
    message: "middle is [1, 4], mixing takes [n, 8]",
    port: "middle",
  });
});
