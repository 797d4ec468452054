import { describe, expect, test } from "vitest";
import type { Runtime } from "../../../engine/context.ts";
import type { EngineEvent } from "../../../engine/events.ts";
import { parseGraph } from "../../../engine/graph.ts";
import { createEngine } from "../../../engine/run.ts";
import type { Stroke } from "../../../engine/strokes.ts";
import type { Style, Units, Value } from "../../../engine/values.ts";
import { paintRegion } from "../../../nodes/dissection/paintRegion.ts";
import { paintUnits } from "../../../nodes/dissection/paintUnits.ts";
import { unitMask } from "../../../nodes/dissection/unitMask.ts";
import { generate } from "../../../nodes/generator/generate.ts";
import { noise as noiseNode } from "../../../nodes/generator/noise.ts";
import { resume } from "../../../nodes/generator/resume.ts";
import { synthesis } from "../../../nodes/generator/synthesis.ts";
import { catalogue } from "../../../nodes/index.ts";
import { distance } from "../../expectClose.ts";
import { gaussian } from "../arrays.ts";
import { mixingGenerator } from "../mixingGenerator.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { latent, libraryOf, numbersOf, runNode, style, thresholds, wasm } from "../workbench.ts";

const models = libraryOf(traditionalGenerator(), mixingGenerator);
const z = latent("dcgan", gaussian(5, 3, 4));
const tapped = () => runNode(generate, models, { z }, { generator: "dcgan", tap: "4x4" });
const some = (...units: number[]): Units => ({ type: "units", generator: "dcgan", layer: "4x4", units });

const at = { size: 0.3, points: [[0.3, 0.3] as const, [0.6, 0.4] as const] };
const tree: Stroke = { mode: "paint", brush: "a", ...at };
const noDoor: Stroke = { mode: "erase", brush: "b", size: 0.3, points: [[0.5, 0.9]] };
const back: Stroke = { mode: "erase", size: 2, points: [[0.5, 0.5]] };

const dataOf = async (value: Value | undefined) => (await numbersOf(value)).data;

describe("paintUnits", () => {
  test("is a unit mask behind a painted region, with the layers after it, for every sample", async () => {
    const { features, image } = await tapped();
    const made = await runNode(
      paintUnits,
      models,
      { features, a: some(0, 3) },
      { strokes: [tree], value: 2 },
    );
    const strokes = [{ mode: "paint", ...at }];
    const { mask } = await runNode(paintRegion, models, { image }, { strokes });
    const inputs = { features, units: some(0, 3), region: mask };
    const masked = await runNode(unitMask, models, inputs, { mode: "insert", value: 2 });
    const resumed = await runNode(resume, models, { features: masked.features });
    expect(await numbersOf(made.features)).toEqual(await numbersOf(masked.features));
    expect((await numbersOf(made.image)).shape).toEqual([3, 3, 8, 8]);
    expect(distance(await dataOf(made.image), await dataOf(resumed.image))).toBeLessThan(1e-6);
    expect(made.features).toMatchObject({ generator: "dcgan", layer: "4x4" });
  });

  test("switches units off, and takes the level of each unit where levels are wired", async () => {
    const { features } = await tapped();
    const inputs = { features, a: some(1, 2), b: some(4), levels: thresholds([5, 6, 7, 8, 9]) };
    const { features: edited } = await runNode(paintUnits, models, inputs, { strokes: [tree, noDoor] });
    const [was, is] = [await dataOf(features), await dataOf(edited)];
    const changed = [0, 1, 2, 3, 4].map((unit) => {
      const maps = [0, 1, 2].map((sample) => (sample * 5 + unit) * 16);
      const moved = maps.flatMap((start) =>
        [...is.subarray(start, start + 16)].filter((level, cell) => level !== was[start + cell]),
      );
      return [...new Set(moved)];
    });
    expect(changed).toEqual([[], [6], [7], [], [0]]);
  });

  test("gives the picture as it was while nothing is painted, or all was given back", async () => {
    const { features, image } = await tapped();
    for (const strokes of [[], [tree, noDoor, back], [{ ...tree, brush: "d" as const }]]) {
      const made = await runNode(paintUnits, models, { features, a: some(0), b: some(1) }, { strokes });
      expect(await dataOf(made.features)).toEqual(await dataOf(features));
      expect(distance(await dataOf(made.image), await dataOf(image))).toBeLessThan(1e-6);
    }
  });

  test("feeds styles and noise to the layers after", async () => {
    const w: Style = style("mixing", gaussian(9, 2, 8));
    const { noise } = await runNode(noiseNode, models, {}, { seed: 4, strength: 1 });
    const whole = await runNode(synthesis, models, { coarse: w, noise }, { tap: "8x8 b" });
    const { features } = whole;
    const made = await runNode(paintUnits, models, { features, w, noise });
    expect(distance(await dataOf(made.image), await dataOf(whole.image))).toBeLessThan(1e-5);
    const units: Units = { type: "units", generator: "mixing", layer: "8x8 b", units: [0, 1] };
    const painted = await runNode(paintUnits, models, { features, w, noise, a: units }, { strokes: [tree] });
    expect(distance(await dataOf(painted.image), await dataOf(whole.image))).toBeGreaterThan(0.01);
  });
});

describe("refuses with a reason", () => {
  test.each([
    [{ a: some() }, { message: "a brings no units to paint with", port: "a" }],
    [{ a: some(7) }, { message: "there is no unit 7: the layer has 5 units", port: "a" }],
    [{ b: { ...some(1), layer: "8x8" } }, { port: "b", cure: "Take b of the layer that the features left." }],
    [{ levels: { ...thresholds([1]), layer: "8x8" } }, { port: "levels" }],
  ])("%j", async (inputs, reason) => {
    const { features } = await tapped();
    const made = runNode(paintUnits, models, { features, ...(inputs as object) }, { strokes: [tree] });
    await expect(made).rejects.toMatchObject(reason);
  });

  test("but not for an empty set that nobody painted with", async () => {
    const { features } = await tapped();
    const made = await runNode(
      paintUnits,
      models,
      { features, a: some(), b: some(4) },
      { strokes: [noDoor] },
    );
    expect(await dataOf(made.features)).not.toEqual(await dataOf(features));
  });

  test("features that no generator goes on from", async () => {
    const { features } = await tapped();
    const fed = { ...features, generator: null } as Value;
    await expect(runNode(paintUnits, models, { features: fed })).rejects.toMatchObject({ port: "features" });
  });
});

describe("a stroke, step by step", () => {
  const graph = (strokes: readonly Stroke[]) =>
    parseGraph(
      {
        format: "ganglion/graph",
        version: 1,
        nodes: [
          { id: "z", type: "sampleLatent", params: { generator: "dcgan", count: 3 } },
          { id: "whole", type: "generate", params: { generator: "dcgan", tap: "4x4" } },
          { id: "trees", type: "selectUnits" },
          { id: "paint", type: "paintUnits", params: { strokes } },
        ],
        wires: [
          { from: ["z", "z"], to: ["whole", "z"] },
          { from: ["whole", "features"], to: ["paint", "features"] },
          { from: ["trees", "units"], to: ["paint", "a"] },
        ],
      },
      catalogue,
    );
  const dab = (x: number): Stroke => ({ ...tree, points: [[x, 0.5]] });

  test("runs the layers after alone, for the one sample that is seen", async () => {
    const runtime = await wasm();
    const runs: string[] = [];
    const counting: Runtime = {
      ...runtime,
      backend: runtime.backend,
      apply: (...args) => runtime.apply(...args),
      read: (...args) => runtime.read(...args),
      release: (held) => runtime.release(held),
      run: (...args) => runtime.run(...args),
      defer(model, feeds, output, shape) {
        const made = runtime.defer(model, feeds, output, shape);
        if (made.place !== "deferred") return made;
        let forced = false;
        const force = () => {
          if (!forced) runs.push(`${Object.keys(feeds)} > ${output} x ${shape[0]}`);
          forced = true;
          return made.force();
        };
        return { ...made, force };
      },
    };
    const events: EngineEvent[] = [];
    const emit = (event: EngineEvent) => void events.push(event);
    const engine = createEngine({ catalogue, models, runtime: counting, emit });
    const feeds = new Map<string, Value>([["trees.units", some(0, 1, 2)]]);
    let id = 0;
    const step = async (...strokes: Stroke[]) => {
      const document = graph(strokes);
      const observed = [{ node: "paint", preview: true }];
      const job = { id: ++id, document, observed, feeds, heavy: false, partial: false };
      const { states } = await engine.run(job);
      return [...states].map(([node, { state }]) => `${node} ${state}`);
    };
    await step();
    await step(dab(0.2));
    runs.length = 0;
    events.length = 0;
    expect(await step(dab(0.4))).toEqual(["z cached", "whole cached", "trees cached", "paint done"]);
    await step(dab(0.4), dab(0.6));
    expect(new Set(runs)).toEqual(new Set(["features_0 > image x 1"]));
    const shown = events.flatMap((event) => (event.kind === "preview" ? [event.preview] : []));
    expect(shown).toMatchObject([
      { kind: "pixels", width: 8, height: 8, total: 3, grid: { rows: 4, columns: 4 } },
      { kind: "pixels", total: 3 },
    ]);
    expect(shown.map((preview) => preview.kind === "pixels" && preview.samples.length)).toEqual([1, 1]);
  });
});
