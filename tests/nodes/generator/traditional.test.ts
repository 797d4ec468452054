import { describe, expect, test } from "vitest";
import { adainLayer } from "../../../nodes/generator/adainLayer.ts";
import { constantInput } from "../../../nodes/generator/constantInput.ts";
import { convLayer } from "../../../nodes/generator/convLayer.ts";
import { generate } from "../../../nodes/generator/generate.ts";
import { projectLatent } from "../../../nodes/generator/projectLatent.ts";
import { toRGB } from "../../../nodes/generator/toRGB.ts";
import { distance } from "../../expectClose.ts";
import { gaussian, zeros } from "../arrays.ts";
import { mixingGenerator } from "../mixingGenerator.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { features, latent, libraryOf, numbersOf, runNode, style } from "../workbench.ts";

const models = libraryOf(traditionalGenerator(), mixingGenerator);
const z = latent("dcgan", gaussian(5, 3, 4));

test("projectLatent, convLayer and toRGB in a row give what generate gives", async () => {
  const first = await runNode(projectLatent, models, { z });
  const second = await runNode(convLayer, models, { features: first.features });
  const { image } = await runNode(toRGB, models, { features: second.features });
  const whole = await runNode(generate, models, { z }, { generator: "dcgan" });
  const [pieces, picture] = [await numbersOf(image), await numbersOf(whole.image)];
  expect(picture.shape).toEqual([3, 3, 8, 8]);
  expect(distance(pieces.data, picture.data)).toBeLessThan(1e-5);
  expect(
    distance((await numbersOf(second.features)).data, (await numbersOf(whole.features)).data),
  ).toBeLessThan(1e-5);
});

test("pictures in 0..255 with blue first come out as RGB in [-1, 1]", async () => {
  const { image } = await runNode(generate, models, { z }, { generator: "dcgan" });
  const { data } = await numbersOf(image);
  expect(Math.max(...data)).toBeLessThanOrEqual(1);
  expect(Math.min(...data)).toBeGreaterThanOrEqual(-1);
  expect(Math.max(...data) - Math.min(...data)).toBeGreaterThan(0.5);
});

test("generate gives the features at its tap", async () => {
  const tapped = await runNode(generate, models, { z }, { generator: "dcgan", tap: "4x4" });
  const { features: first } = await runNode(projectLatent, models, { z });
  expect(tapped.features).toMatchObject({ generator: "dcgan", layer: "4x4" });
  expect(distance((await numbersOf(tapped.features)).data, (await numbersOf(first)).data)).toBe(0);
});

describe("what does not go together", () => {
  test("a style and a traditional generator", async () => {
    const held = features("dcgan", "4x4", zeros(1, 5, 4, 4));
    await expect(
      runNode(adainLayer, models, { features: held, w: style(null, zeros(1, 8)) }),
    ).rejects.toMatchObject({
      message: "dcgan is a traditional generator: it takes no style",
      cure: "Use projectLatent and convLayer, or generate, with it.",
    });
  });

  test("a constant input and a traditional generator", async () => {
    await expect(runNode(constantInput, models, {}, { generator: "dcgan" })).rejects.toThrow(
      "dcgan is a traditional generator: it starts from z, not from a constant",
    );
  });

  test("convLayer and a style-based generator", async () => {
    const held = features("mixing", null, zeros(1, 8, 4, 4));
    await expect(runNode(convLayer, models, { features: held })).rejects.toMatchObject({
      message: "mixing is style-based: its layers need a style",
      cure: "Use adainLayer instead.",
    });
  });

  test("projectLatent and a style-based generator", async () => {
    await expect(runNode(projectLatent, models, { z: latent("mixing", zeros(1, 8)) })).rejects.toThrow(
      "mixing is style-based: it starts from a constant, not from z",
    );
  });

  test("toRGB and features of a layer in the middle", async () => {
    const held = features("dcgan", "4x4", zeros(1, 5, 4, 4));
    await expect(runNode(toRGB, models, { features: held })).rejects.toMatchObject({
      message: "only features of the last layer, 8x8, become pictures: these left 4x4",
      cure: "Wire the layers that follow in between.",
    });
  });
});
