import { expect, test } from "vitest";
import { interpolate } from "../../../nodes/latent/interpolate.ts";
import known from "../../engine/gan/known/interpolation.json" with { type: "json" };
import { expectClose } from "../../expectClose.ts";
import { gaussian } from "../arrays.ts";
import { latent, libraryOf, numbersOf, runNode, style } from "../workbench.ts";

const models = libraryOf();
const row = ({ data }: { data: number[] }) => ({ shape: [1, data.length], data });
const [a, b] = [latent("tiny", row(known.a)), latent("tiny", row(known.b))];

test.each(["linear", "spherical"] as const)("walks the %s path with both ends", async (path) => {
  const { path: made } = await runNode(interpolate, models, { a, b }, { steps: 5, path });
  expectClose(await numbersOf(made), known[path], 1e-5);
  expect(made).toMatchObject({ type: "latent", generator: "tiny" });
});

test("walks from one point to several", async () => {
  const many = latent("tiny", gaussian(1, 3, 8));
  const { path } = await runNode(interpolate, models, { a, b: many }, { steps: 4 });
  expect((await numbersOf(path)).shape).toEqual([12, 8]);
});

test("gives styles for styles, fed ones too", async () => {
  const w = style(null, gaussian(1, 1, 8));
  const { path } = await runNode(interpolate, models, { a: w, b: style("tiny", gaussian(2, 1, 8)) });
  expect(path).toMatchObject({ type: "style", generator: "tiny" });
});

test("refuses a latent with a style, and other sizes, batches and generators", async () => {
  const run = (other: ReturnType<typeof latent | typeof style>) =>
    runNode(interpolate, models, { a, b: other });
  await expect(run(style("tiny", gaussian(1, 1, 8)))).rejects.toThrow(
    "a and b differ in type: latent and style",
  );
  await expect(run(latent("tiny", gaussian(1, 1, 4)))).rejects.toThrow("a and b differ in size: 8 and 4");
  await expect(run(latent("other", gaussian(1, 1, 8)))).rejects.toThrow(
    "a and b differ in generator: tiny and other",
  );
  const two = latent("tiny", gaussian(1, 2, 8));
  const three = latent("tiny", gaussian(1, 3, 8));
  await expect(runNode(interpolate, models, { a: two, b: three })).rejects.toThrow("a has 2 samples");
});
