import { describe, expect, test } from "vitest";
import { makePreview } from "../../../engine/makePreview.ts";
import type { Context, ParamValues, View } from "../../../engine/node.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Image, Scores } from "../../../engine/values.ts";
import { viewUnits } from "../../../nodes/view/viewUnits.ts";
import { libraryOf, runNode, wasm } from "../workbench.ts";

const scores: Scores = {
  type: "scores",
  generator: "g",
  layer: "16x16",
  quantile: 0.99,
  thresholds: [1, 1],
  concepts: ["sky", "tree"],
  iou: [
    [0.1, 0.3],
    [0.5, 0.1],
  ],
};
/** Grey pictures of 1x1, sample i of level i / 10. */
const greys = (n: number): Image => ({
  type: "image",
  tensor: tensor(
    [n, 3, 1, 1],
    Float32Array.from({ length: n * 3 }, (_, i) => Math.floor(i / 3) / 10),
  ),
});

function show(params: ParamValues = {}, top?: Image): View {
  const defaults = Object.entries(viewUnits.params).map(([name, spec]) => [name, spec.default]);
  const view = viewUnits.show?.(
    { scores, top },
    { ...Object.fromEntries(defaults), ...params },
    {} as Context,
  );
  return view as View;
}

describe("what flows on", () => {
  test("are the chosen units and the artifacts, with the layer of the scores", async () => {
    const outputs = await runNode(viewUnits, libraryOf(), { scores }, { units: "1, 0", artifacts: "1" });
    const origin = { type: "units", generator: "g", layer: "16x16" };
    expect(outputs).toEqual({ units: { ...origin, units: [1, 0] }, artifacts: { ...origin, units: [1] } });
  });

  test("has no unit that the scores lack", async () => {
    await expect(runNode(viewUnits, libraryOf(), { scores }, { artifacts: "2" })).rejects.toMatchObject({
      message: "there is no unit 2: the scores have 2 units",
      port: "artifacts",
    });
  });
});

describe("what is seen", () => {
  test("are cards by concept and IoU with the sets", () => {
    expect(show({ units: "0" })).toMatchObject({
      kind: "units",
      cards: [
        { unit: 1, concept: "sky", iou: 0.5 },
        { unit: 0, concept: "tree", iou: 0.3, runnerUp: { concept: "sky", iou: 0.1 } },
      ],
      chosen: [0],
      artifacts: [],
      each: 0,
    });
  });

  test("are the pictures of each card's own unit, in the order of the cards", async () => {
    const preview = await makePreview({ outputs: {}, view: show({}, greys(6)) }, await wasm());
    if (preview?.kind !== "units") throw new Error("expected units");
    expect(preview.pictures).toMatchObject({ width: 1, height: 1, each: 3, units: [1, 0] });
    const level = (i: number) => Math.round(127.5 + (i / 10) * 127.5);
    const reds = preview.pictures?.samples.map(([red]) => red ?? 0) ?? [];
    for (const [at, i] of [3, 4, 5, 0, 1, 2].entries())
      expect(Math.abs((reds[at] ?? -9) - level(i))).toBeLessThanOrEqual(1);
    expect(preview).not.toHaveProperty("top");
  });

  test("are no pictures that do not come out even", () => {
    expect(() => show({}, greys(3))).toThrow("3 pictures do not go evenly over 2 units");
  });
});
