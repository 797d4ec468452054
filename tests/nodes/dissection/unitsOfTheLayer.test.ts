import { describe, expect, test, vi } from "vitest";
import type { Runtime } from "../../../engine/context.ts";
import type { Table, Units, Value } from "../../../engine/values.ts";
import { distance } from "../../expectClose.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { libraryOf, thresholds, wasm } from "../workbench.ts";
import { ask, askNumbers, askRows, graphOf, refusal, units, withParams } from "./throughGraph.ts";

const models = libraryOf(traditionalGenerator(), tinySegmenter());
/** A layer of 5 units with all that takes a set of them; `chosen` stands for any node that gives one. */
const graph = graphOf(
  {
    z: ["sampleLatent", { generator: "dcgan", count: 3, seed: 4 }],
    made: ["generate", { generator: "dcgan", tap: "4x4" }],
    scored: ["unitIoU"],
    none: ["selectUnits", { concept: "tree", minIoU: 1 }],
    chosen: ["selectUnits"],
    typed: ["unitMask"],
    wired: ["unitMask"],
    nobody: ["unitMask", { units: "1, 2" }],
    heat: ["unitHeatmap"],
    top: ["topSamples", { count: 1 }],
    topWired: ["topSamples", { count: 1 }],
    rank: ["rankUnits", { model: "tiny-segmenter", concept: "green", count: 9 }],
    real: ["segment", { model: "tiny-segmenter" }],
    artifacts: ["rankArtifacts", { model: "tiny-segmenter" }],
    cards: ["viewUnits"],
    plain: ["resume"],
    after: ["resume"],
    drawn: ["paintRegion"],
    inside: ["unitMask", { units: "0-4" }],
  },
  [
    "z.z -> made.z",
    "scored.scores -> none.scores",
    "scored.scores -> cards.scores",
    "made.features -> typed.features",
    "made.features -> wired.features",
    "chosen.units -> wired.units",
    "made.features -> nobody.features",
    "none.units -> nobody.units",
    "made.image -> heat.image",
    "made.features -> heat.features",
    "chosen.units -> heat.units",
    "made.image -> top.image",
    "made.features -> top.features",
    "made.image -> topWired.image",
    "made.features -> topWired.features",
    "chosen.units -> topWired.units",
    "made.features -> rank.features",
    "made.image -> real.image",
    "made.features -> artifacts.features",
    "real.segmentation -> artifacts.real",
    "made.features -> plain.features",
    "nobody.features -> after.features",
    "made.image -> drawn.image",
    "made.features -> inside.features",
    "drawn.mask -> inside.region",
  ],
);
const scores: Value = {
  type: "scores",
  generator: "dcgan",
  layer: "4x4",
  quantile: 0.99,
  thresholds: [0, 0, 0, 0, 0],
  concepts: ["tree"],
  iou: [[0.9], [0.1], [0.2], [0.3], [0.4]],
};
const given = (set: Units) => ({ models, feeds: { "scored.scores": scores, "chosen.units": set } });
const lacking = (unit: number) => ({
  reason: `there is no unit ${unit}: the layer has 5 units`,
  port: "units",
  cure: "Choose units from 0 to 4.",
});

describe("a unit that the layer lacks", () => {
  test.each(["typed", "top", "rank", "artifacts"])("is refused where it is typed into %s", async (node) => {
    expect(await refusal(withParams(graph, node, { units: "0, 5" }), node, given(units()))).toEqual(
      lacking(5),
    );
    expect(await refusal(withParams(graph, node, { units: "2-7" }), node, given(units()))).toEqual(
      lacking(5),
    );
  });

  test.each(["typed", "top", "rank", "artifacts", "cards"])(
    "is refused at once in %s, however long the range is that names it",
    async (node) => {
      const range = withParams(graph, node, { units: "3-9007199254740991" });
      expect((await refusal(range, node, given(units()))).reason).toMatch(/^there is no unit 5: /);
    },
  );

  test.each(["wired", "heat", "topWired"])("is refused where it is wired into %s", async (node) => {
    expect(await refusal(graph, node, given(units(2, 5)))).toEqual(lacking(5));
  });

  test("is refused in the lists of a view, by the name of the list", async () => {
    const list = withParams(graph, "cards", { artifacts: "1, 6" });
    expect(await refusal(list, "cards", given(units()))).toEqual({
      reason: "there is no unit 6: the scores have 5 units",
      port: "artifacts",
      cure: "Choose units from 0 to 4.",
    });
  });

  test("is no number of units at all: words and signs are refused before anything runs", async () => {
    for (const text of ["-1", "tree", "1.5", "3,,4"])
      expect(
        (await refusal(withParams(graph, "typed", { units: text }), "typed", given(units()))).reason,
      ).toBe(`units: expected units such as "3, 17, 40-48", got "${text}"`);
  });

  test("is not looked for by running all others first", async () => {
    const runtime = await wasm();
    const apply = vi.fn(runtime.apply.bind(runtime));
    const late = withParams(graph, "rank", { units: "0-5" });
    await refusal(late, "rank", { ...given(units()), runtime: { ...runtime, apply } as Runtime });
    expect(apply).not.toHaveBeenCalled();
  });
});

test("units of another layer are refused, with both layers named", async () => {
  const elsewhere: Units = { ...units(1), generator: "dcgan", layer: "8x8" };
  for (const node of ["wired", "heat", "topWired"])
    expect(await refusal(graph, node, given(elsewhere))).toEqual({
      reason: "the units are of 8x8 of dcgan, the features of 4x4 of dcgan",
      port: "units",
      cure: "Take units of the layer that the features left.",
    });
});

test.each([
  ["wired", "levels", { mode: "insert" }],
  ["topWired", "thresholds", {}],
])("levels for another number of units are refused by %s", async (node, port, params) => {
  const few = graphOf({ few: ["activationThreshold"] }, [`few.thresholds -> ${node}.${port}`]);
  const { nodes, wires } = withParams(graph, node, params);
  const levelled = { ...graph, nodes: [...nodes, ...few.nodes], wires: [...wires, ...few.wires] };
  const feeds = { ...given(units(1)).feeds, "few.thresholds": thresholds([1, 2]) };
  expect(await refusal(levelled, node, { models, feeds })).toEqual({
    reason: `features have 5 units, the ${port} 2`,
    port,
    cure: "Take those of the same layer.",
  });
});

describe("an empty set of units", () => {
  const empty = given(units());

  test("comes from a choice that no unit reaches", async () => {
    expect(await ask(graph, "none.units", empty)).toMatchObject({ units: [] });
  });

  test("changes nothing, typed or wired, in whatever mode", async () => {
    const before = await askNumbers(graph, "made.features", empty);
    for (const mode of ["ablate", "insert", "scale"])
      for (const node of ["typed", "wired", "nobody"]) {
        const edited = withParams(graph, node, { mode, value: 7, units: node === "nobody" ? "1" : "" });
        expect(await askNumbers(edited, `${node}.features`, empty)).toEqual(before);
      }
  });

  test("leaves the picture as it was", async () => {
    const [before, after] = [
      await askNumbers(graph, "plain.image", empty),
      await askNumbers(graph, "after.image", empty),
    ];
    expect(distance(after.data, before.data)).toBe(0);
  });

  test("is as much as a region that nobody painted", async () => {
    expect(await askNumbers(graph, "inside.features", empty)).toEqual(
      await askNumbers(graph, "made.features", empty),
    );
  });

  test.each(["heat", "topWired"])("has nothing to show: %s says so", async (node) => {
    expect(await refusal(graph, node, empty)).toEqual({
      reason: "the set of units is empty",
      port: "units",
      cure: "Select at least one unit.",
    });
  });

  test("typed into a list of what to try or to show stands for all", async () => {
    expect((await askRows(graph, "rank.table", empty)).map(([unit]) => unit).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(await ask(graph, "rank.units", empty)).toMatchObject({ layer: "4x4", units: { length: 5 } });
    expect((await askRows(graph, "top.table", empty)).map(([unit]) => unit)).toEqual([0, 1, 2, 3, 4]);
    expect(await ask(graph, "cards.units", empty)).toMatchObject({ units: [] });
  });
});

test("a row a unit is kept for each unit that was tried, and no other", async () => {
  const some = withParams(graph, "rank", { units: "4, 1", count: 1 });
  const table = (await ask(some, "rank.table", given(units()))) as Table;
  expect(table.rows.map(([unit]) => unit).sort()).toEqual([1, 4]);
});
