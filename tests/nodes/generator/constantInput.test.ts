import { expect, test } from "vitest";
import { constantName } from "../../../engine/gan/constant.ts";
import { constantInput } from "../../../nodes/generator/constantInput.ts";
import { expectClose } from "../../expectClose.ts";
import mixing from "../known/style-mixing.json" with { type: "json" };
import { mixingGenerator } from "../mixingGenerator.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";

const { card, graph } = mixingGenerator;

test("finds the learned constant in the file", async () => {
  const { features } = await runNode(constantInput, libraryOf(mixingGenerator), {}, { generator: "mixing" });
  expect(features).toMatchObject({ type: "features", generator: "mixing", layer: null });
  expectClose(await numbersOf(features), mixing.weights[0]?.constant ?? { shape: [], data: [] }, 1e-6);
});

test("takes the tensor that the card names", async () => {
  const models = libraryOf({ card: { ...card, constant: "constant" }, graph });
  const { features } = await runNode(constantInput, models, {}, { generator: "mixing" });
  expect((await numbersOf(features)).shape).toEqual([1, 8, 4, 4]);
});

test("says what to do where no tensor fits", () => {
  const [first, ...rest] = card.layers;
  if (!first) throw new Error("expected layers");
  const model = { card: { ...card, layers: [{ ...first, output: "w" }, ...rest] }, graph, sha256: "" };
  expect(() => constantName(model)).toThrow("mixing has 0 tensors that could be its constant input");
});

test("names a model that is not there", async () => {
  const load = runNode(constantInput, libraryOf(mixingGenerator), {}, { generator: "nope" });
  await expect(load).rejects.toThrow('there is no model "nope"');
});
