import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Scores, Table } from "../../../engine/values.ts";
import { gaussian } from "../arrays.ts";
import { graph as commandLine, directory, graphFile, npyFile } from "../cli/commandLine.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { features, libraryOf, thresholds } from "../workbench.ts";
import { fixed, graph, nodes, sound, wires, withNaN } from "./spoiltMaps.ts";
import { ask, askNumbers, askRows, graphOf, withParams } from "./throughGraph.ts";

describe("NaN in one map of a unit", () => {
  test("leaves every other unit as it was, in whatever is measured", async () => {
    for (const address of [
      "levels.thresholds",
      "upsampled.thresholds",
      "telling.thresholds",
      "mean.levels",
    ]) {
      const [was, is] = [sound, withNaN].map((feeds) => askNumbers(graph, address, { feeds, chunk: 3 }));
      const [wanted, found] = [await was, await is];
      for (const unit of [0, 2]) expect(found?.data[unit], address).toBe(wanted?.data[unit]);
    }
    const scores = async (feeds: typeof sound) => ((await ask(graph, "iou.scores", { feeds })) as Scores).iou;
    const [before, after] = [await scores(sound), await scores(withNaN)];
    for (const unit of [0, 2]) expect(after[unit]).toEqual(before[unit]);
    const [was, is] = [
      await askRows(graph, "stats.table", { feeds: sound }),
      await askRows(graph, "stats.table", { feeds: withNaN }),
    ];
    for (const unit of [0, 2]) expect(is[unit]).toEqual(was[unit]);
  });

  test("has no quantile, so that the unit is nowhere above it and its IoU 0", async () => {
    for (const address of ["levels.thresholds", "upsampled.thresholds"])
      expect((await askNumbers(graph, address, { feeds: withNaN })).data[1]).toBeNaN();
    const { iou } = (await ask(graph, "iou.scores", { feeds: withNaN })) as Scores;
    expect(iou[1]).toEqual([0, 0]);
  });

  test("is never above a threshold, and what the rest of the map is counts as before", async () => {
    const low = { "levels.thresholds": thresholds([-9, -9, -9]) };
    const { iou } = (await ask(fixed, "iou.scores", { feeds: { ...withNaN, ...low } })) as Scores;
    // Upsampled from 4 to 8, the cell reaches 4 rows and, at the right edge, 3 columns.
    const [left, right] = [128, 128 - 4 * 3];
    expect(iou[1]?.[0]).toBe(left / (left + right));
    expect(iou[1]?.[1]).toBe(right / 256);
    expect(iou[0]).toEqual([0.5, 0.5]);
  });

  test("counts for a mean only where the concept is", async () => {
    const mean = async (concept: string) =>
      (await askNumbers(withParams(graph, "mean", { concept }), "mean.levels", { feeds: withNaN })).data[1];
    expect(await mean("2")).toBeNaN();
    const sane = await askNumbers(graph, "mean.levels", { feeds: sound });
    expect(await mean("1")).toBe(sane.data[1]);
  });

  test("is said in the statistics of the unit", async () => {
    const rows = await askRows(graph, "stats.table", { feeds: withNaN, chunk: 1 });
    expect(rows[1]?.slice(1, 5)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(rows[1]?.[5]).toBeGreaterThan(0);
  });

  test("is no heat: the picture is left there, and the rest has the colours of its finite values", async () => {
    const { data } = await askNumbers(graph, "heat.image", { feeds: withNaN });
    const clear = await askNumbers(graph, "heat.image", { feeds: sound });
    const red = (of: typeof clear, sample: number) => of.data.slice(sample * 192, sample * 192 + 64);
    expect(red({ ...clear, data }, 0)).toEqual(red(clear, 0));
    const left = red({ ...clear, data }, 2);
    expect(left.filter((level) => level === -1)).toHaveLength(12);
    expect(new Set(left).size).toBeGreaterThan(20);
  });

  test("is no peak: samples are in the order of their numbers, whatever the order they came in", async () => {
    const whole = await askRows(withParams(graph, "top", { count: 4 }), "top.table", { feeds: withNaN });
    const peaks = whole.filter(([unit]) => unit === 1).map((row) => row[3] as number);
    expect(peaks).toHaveLength(4);
    expect(peaks).toEqual([...peaks].sort((a, b) => b - a));
    for (const chunk of [1, 2, 3])
      expect(
        await askRows(withParams(graph, "top", { count: 4 }), "top.table", { feeds: withNaN, chunk }),
      ).toEqual(whole);
  });

  test("passes by a unit mask that does not choose the unit, and is gone where it is ablated", async () => {
    const edited = async (params: object) =>
      (await askNumbers(withParams(graph, "edit", params), "edit.features", { feeds: withNaN })).data;
    expect((await edited({ units: "0" })).filter(Number.isNaN)).toHaveLength(1);
    for (const mode of ["ablate", "insert"])
      expect((await edited({ units: "1", mode, value: 2 })).filter(Number.isNaN)).toHaveLength(0);
  });
});

test("a generator that gives NaN shows no class there, and ablating the unit that holds it mends the picture", async () => {
  const models = libraryOf(traditionalGenerator(), tinySegmenter());
  const known = gaussian(2, 2, 5, 4, 4);
  const data = known.data.map((value, i) => (i < 16 ? Number.NaN : value));
  const document = graphOf(
    {
      source: ["generate"],
      rank: ["rankUnits", { model: "tiny-segmenter", concept: "red", count: 5 }],
      edit: ["unitMask"],
      after: ["resume"],
      classes: ["segment", { model: "tiny-segmenter" }],
      shares: ["segmentationStatistics"],
    },
    [
      "source.features -> rank.features",
      "source.features -> edit.features",
      "edit.features -> after.features",
      "after.image -> classes.image",
      "classes.segmentation -> shares.segmentation",
    ],
  );
  const given = (values: readonly number[]) => ({
    models,
    feeds: { "source.features": features("dcgan", "4x4", { shape: [2, 5, 4, 4], data: values }) },
  });
  const { rows } = (await ask(document, "rank.table", given(data))) as Table;
  expect(rows).toHaveLength(5);
  for (const row of rows) for (const cell of row) expect(Number.isNaN(cell)).toBe(false);
  const shares = await askRows(document, "shares.table", given(data));
  const sum = shares.reduce((total, [, share]) => total + Number(share), 0);
  expect(sum).toBeCloseTo(0.5, 12);
  const mended = await askRows(withParams(document, "edit", { units: "0" }), "shares.table", given(data));
  const after = rows.find(([unit]) => unit === 0)?.[2];
  expect(after).toBeCloseTo(Number(mended.find(([concept]) => concept === "red")?.[1]), 12);
  expect(mended.reduce((total, [, share]) => total + Number(share), 0)).toBeCloseTo(1, 12);
});

test("files of a dissection with NaN in it hold no word that JSON, CSV or a page can't", async () => {
  const folder = await directory();
  const asWires = wires.map((text) => {
    const [from = "", to = ""] = text.split(" -> ");
    return { from: from.split("."), to: to.split(".") };
  });
  const asNodes = Object.entries(nodes).map(([id, [type, params = {}]]) => ({ id, type, params }));
  const file = await graphFile(folder, asNodes, asWires);
  const feeds = await Promise.all(
    Object.entries(withNaN).flatMap(([address, value]) =>
      "tensor" in value
        ? [npyFile(folder, `${address}.npy`, value.tensor as never).then((path) => [address, path])]
        : [],
    ),
  );
  const given = feeds.flatMap(([address, path]) => ["--feed", `${address}=${path}`]);
  const out = join(folder, "out");
  const { status, complained } = await commandLine("run", file, "--out", out, "--quiet", ...given);
  expect(complained).toBe("");
  expect(status).toBe(0);
  const [page, json, csv] = await Promise.all(
    ["cards.html", "cards.dissect.json", "cards.csv"].map((name) => readFile(join(out, name), "utf8")),
  );
  for (const text of [page, csv]) expect(text).not.toMatch(/NaN|undefined|Infinity/);
  const { layers } = JSON.parse(json ?? "");
  expect(
    layers[0].units.map(({ level, iou }: { level: number; iou: number }) => [level === null, iou > 0]),
  ).toEqual([
    [false, true],
    [true, false],
    [false, true],
  ]);
});
