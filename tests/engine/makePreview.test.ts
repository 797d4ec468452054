import { describe, expect, it } from "vitest";
import { inspectValue } from "../../engine/inspectValue.ts";
import { makePreview, previewValue } from "../../engine/makePreview.ts";
import { mostVaried } from "../../engine/maps.ts";
import type { View } from "../../engine/node.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";
import type { Image, Value } from "../../engine/values.ts";
import { viridis } from "../../engine/viridis.ts";
import { fakeRuntime } from "./toys.ts";

const runtime = fakeRuntime();
const floats = (shape: number[], value: (i: number) => number): HostTensor =>
  tensor(
    shape,
    Float32Array.from({ length: shape.reduce((n, k) => n * k, 1) }, (_, i) => value(i)),
  );
/** Grey pictures of 2 by 1: black and white; sample i is lighter by i/10. */
const image = (n: number): Image => ({
  type: "image",
  tensor: floats([n, 3, 1, 2], (i) => (i % 2 === 0 ? -1 + Math.floor(i / 6) / 10 : 1)),
});
const preview = (value: Value, total: number | null = null) =>
  makePreview({ outputs: { x: value }, view: null }, runtime, total);
const show = (view: View) => makePreview({ outputs: {}, view }, runtime);

describe("makePreview", () => {
  it("shows the first four samples of an image, in bytes a screen takes", async () => {
    const shown = await preview(image(6));
    expect(shown).toMatchObject({ kind: "pixels", width: 2, height: 1, total: 6, columns: null });
    if (shown?.kind !== "pixels") return;
    expect(shown.samples).toHaveLength(4);
    expect([...(shown.samples[0] ?? [])]).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(shown.samples[1]?.[0]).toBe(13);
    expect(new Set(shown.samples.map(({ buffer }) => buffer)).size).toBe(4);
    for (const { buffer } of shown.samples) expect(buffer.byteLength).toBe(8);
  });

  it("says how many samples there are where it was given a part", async () => {
    expect(await preview(image(4), 1000)).toMatchObject({ total: 1000 });
  });

  it("shows all samples of a view, in its columns", async () => {
    const shown = await show({ kind: "images", image: image(64), columns: 8 });
    expect(shown).toMatchObject({ kind: "pixels", total: 64, columns: 8 });
    expect(shown?.kind === "pixels" && shown.samples.length).toBe(64);
  });

  it("shows both sides of a comparison, and the rows of a table", async () => {
    expect(await show({ kind: "comparison", a: image(1), b: image(2), mode: "wipe" })).toMatchObject({
      kind: "comparison",
      a: { total: 1 },
      b: { total: 2 },
      mode: "wipe",
    });
    const rows = Array.from({ length: 100 }, (_, i) => [i]);
    const table = await preview({ type: "table", columns: ["i"], rows });
    expect(table).toMatchObject({ kind: "table", total: 100, sort: null });
    expect(table?.kind === "table" && table.rows.length).toBe(64);
  });

  it("shows a table in a view whole, with what its rows follow, and a chart as it is", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => [i]);
    const sort = { column: "i", descending: false };
    const table = await show({ kind: "table", table: { type: "table", columns: ["i"], rows }, sort });
    expect(table).toEqual({ kind: "table", columns: ["i"], rows, total: 100, sort });
    const chart = { kind: "concepts", minIoU: 0.04, units: 0, concepts: [], highlight: "" } as const;
    expect(await show({ kind: "chart", chart })).toEqual({ kind: "chart", chart });
  });

  it("shows the most varied unit of features in viridis", async () => {
    // Unit 0 is flat, unit 1 runs from 0 to 3, unit 2 from 0 to 0.3.
    const features = floats([1, 3, 2, 2], (i) => ([0, 1, 0.1][Math.floor(i / 4)] as number) * (i % 4));
    const shown = await preview({ type: "features", generator: null, layer: "l", tensor: features });
    expect(shown).toMatchObject({ kind: "pixels", width: 2, height: 2, total: 1 });
    if (shown?.kind !== "pixels") return;
    expect([...(shown.samples[0] ?? [])].slice(0, 4)).toEqual([...viridis(0), 255]);
    expect([...(shown.samples[0] ?? [])].slice(-4)).toEqual([...viridis(1), 255]);
  });

  it("shows latents and styles as a row of greys a sample", async () => {
    expect(
      await preview({
        type: "latent",
        generator: null,
        tensor: floats([2, 2], (i) => [0, 3, -3, 30][i] as number),
      }),
    ).toEqual({
      kind: "bars",
      rows: 2,
      columns: 2,
      levels: Uint8ClampedArray.from([128, 255, 0, 255]),
    });
  });

  it("shows masks in grey and classes in colours, 0 in black", async () => {
    const mask = await preview({ type: "mask", tensor: floats([1, 1, 2], (i) => i) });
    expect(mask?.kind === "pixels" && [...(mask.samples[0] ?? [])]).toEqual([
      0, 0, 0, 255, 255, 255, 255, 255,
    ]);
    const ids = tensor([1, 1, 3], Int32Array.from([0, 1, 2]));
    const shown = await preview({ type: "segmentation", classes: null, ignore: [], tensor: ids });
    if (shown?.kind !== "pixels") throw new Error("expected pixels");
    const pixels = [...(shown.samples[0] ?? [])];
    expect(pixels.slice(0, 4)).toEqual([0, 0, 0, 255]);
    expect(pixels.slice(4, 8)).not.toEqual(pixels.slice(8, 12));
  });

  it("shows points on a plane, a set of them with its modes, and pictures of a set as pictures", async () => {
    const shown = await preview({ type: "points", tensor: floats([5000, 2], (i) => i % 2) });
    expect(shown).toMatchObject({ kind: "plane", real: null, modes: [], field: null, grid: [] });
    expect(shown?.kind === "plane" && shown.points.length).toBe(2 * 2048);
    const modes = { centres: [[0, 0] as const, [1, 1] as const], sigma: 0.1 };
    const set = await preview({ type: "dataset", tensor: floats([2, 2], (i) => i % 2), modes });
    expect(set?.kind === "plane" && [set.points.length, set.real?.length]).toEqual([0, 4]);
    expect(set?.kind === "plane" && set.modes.map(({ radius }) => radius)).toEqual([0.4, 0.4]);
    expect(await preview({ ...image(6), type: "dataset" })).toMatchObject({ kind: "pixels", total: 6 });
  });

  it("says the rest in words or numbers", async () => {
    expect(await preview({ type: "number", value: 3 })).toEqual({ kind: "number", value: 3 });
    const say = async (value: Value) => {
      const shown = await preview(value);
      return shown?.kind === "words" ? shown.text : "";
    };
    expect(await say({ type: "noise", seed: 4, strength: 1, resolutions: [4, 8] })).toBe(
      "seed 4, strength 1",
    );
    expect(await say({ type: "units", generator: null, layer: "l", units: [1] })).toBe("1 unit");
    expect(await makePreview({ outputs: {}, view: null }, runtime)).toBeNull();
  });

  it("withstands maps that are all one number, or no number", async () => {
    for (const level of [7, Number.NaN, Number.POSITIVE_INFINITY]) {
      const features = floats([1, 2, 2, 2], () => level);
      expect(
        await preview({ type: "features", generator: null, layer: null, tensor: features }),
      ).toMatchObject({ kind: "pixels" });
    }
  });
});

describe("previewValue", () => {
  it("starts at the sample asked for", async () => {
    const shown = await previewValue(image(6), runtime, 5);
    expect(shown).toMatchObject({ kind: "pixels", samples: [expect.anything()], total: 6 });
    expect(shown.kind === "pixels" && shown.samples[0]?.[0]).toBe(64);
  });
});

describe("mostVaried", () => {
  it("puts the unit whose map varies most first", () => {
    const features = floats([2, 3, 1, 2], (i) => [0, 1, 0, 9, 0, 2, 0, 8, 0, 1, 0, 9][i] as number);
    expect(mostVaried(features, 0, 3)).toEqual([1, 2, 0]);
    expect(mostVaried(features, 1, 2)).toEqual([2, 0]);
  });
});

describe("viridis", () => {
  it("runs from its dark end to its bright one, and clamps", () => {
    expect([viridis(0), viridis(0.5), viridis(1)]).toEqual([
      [68, 1, 84],
      [33, 145, 140],
      [253, 231, 37],
    ]);
    expect([viridis(-1), viridis(2), viridis(Number.NaN)]).toEqual([viridis(0), viridis(1), viridis(0)]);
  });
});

describe("inspectValue", () => {
  it("gives the numbers of all samples and the pictures of one", async () => {
    const features = floats([2, 30, 2, 2], (i) => i % 4);
    const found = await inspectValue(
      { type: "features", generator: "g", layer: "l", tensor: features },
      runtime,
      { sample: 1, from: 0, samples: null },
    );
    expect(found).toMatchObject({
      type: "features",
      shape: [2, 30, 2, 2],
      bytes: 960,
      samples: 2,
      sample: 1,
    });
    expect(found.stats).toMatchObject({ min: 0, max: 3, mean: 1.5, bad: 0 });
    expect(found.stats?.std).toBeCloseTo(Math.sqrt(1.25), 12);
    expect(found.stats?.histogram).toHaveLength(32);
    expect(found.stats?.histogram.reduce((sum, count) => sum + count, 0)).toBe(240);
    expect(found.units).toHaveLength(24);
    expect(found.units[0]).toMatchObject({ unit: 0, picture: { kind: "pixels", width: 2, height: 2 } });
  });

  it("counts what is no number, and leaves it out of the rest", async () => {
    const held = floats([1, 4], (i) => [1, Number.NaN, 3, Number.POSITIVE_INFINITY][i] as number);
    const found = await inspectValue({ type: "latent", generator: null, tensor: held }, runtime, {
      sample: 9,
      from: 0,
      samples: null,
    });
    expect(found).toMatchObject({ stats: { min: 1, max: 3, mean: 2, std: 1, bad: 2 }, sample: 0 });
  });

  it("gives no numbers for values without any", async () => {
    expect(
      await inspectValue({ type: "number", value: 2 }, runtime, { sample: 0, from: 0, samples: null }),
    ).toMatchObject({
      shape: null,
      stats: null,
      picture: { kind: "number", value: 2 },
    });
  });
});
