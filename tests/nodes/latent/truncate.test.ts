import { expect, test } from "vitest";
import { truncate } from "../../../nodes/latent/truncate.ts";
import { distance } from "../../expectClose.ts";
import { gaussian } from "../arrays.ts";
import mixing from "../known/style-mixing.json" with { type: "json" };
import { mixingGenerator } from "../mixingGenerator.ts";
import { libraryOf, numbersOf, runNode, style } from "../workbench.ts";

const models = libraryOf(mixingGenerator);
const w = style("mixing", gaussian(1, 2, 8));

test.each([1, 0.7, 0, -1])("goes from the file's mean style by psi %d", async (psi) => {
  const { w: moved } = await runNode(truncate, models, { w }, { psi });
  const given = await numbersOf(w);
  const expected = Array.from(given.data, (value, i) => {
    const mean = mixing.wA.data[i % 8] ?? 0;
    return mean + psi * (value - mean);
  });
  expect(distance((await numbersOf(moved)).data, expected)).toBeLessThan(1e-5);
  expect(moved).toMatchObject({ type: "style", generator: "mixing" });
});

test("says what to do where the card names no mean style", async () => {
  const card = { ...mixingGenerator.card, style: { size: 8 } };
  await expect(runNode(truncate, libraryOf({ ...mixingGenerator, card }), { w })).rejects.toMatchObject({
    message: "mixing has no mean style",
    cure: 'Name the initializer that holds it in the card: "style": { "mean": "..." }.',
  });
});

test("refuses a style of another size", async () => {
  await expect(runNode(truncate, models, { w: style("mixing", gaussian(1, 2, 4)) })).rejects.toThrow(
    "w is [2, 4], mixing takes [n, 8]",
  );
});
