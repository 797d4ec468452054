import { describe, expect, test } from "vitest";
import type { Scores } from "../../../engine/values.ts";
import { features, segmentation, thresholds } from "../workbench.ts";
import { count, fixed, graph, h, n, nodes, sound, spoilt, w, wires, withInfinity } from "./spoiltMaps.ts";
import { ask, askNumbers, askRows, filled, graphOf, refusal, units, withParams } from "./throughGraph.ts";

describe("an infinite value", () => {
  test("is above every threshold around where it is, whichever side of it the neighbours are", async () => {
    const all = { "classes.segmentation": segmentation(filled(1, n, 8, 8)) };
    const high = { "levels.thresholds": thresholds([9, 9, 9]) };
    for (const [column, pixels] of [
      [1, 16],
      [0, 12],
      [3, 12],
    ] as const) {
      const feeds = { ...spoilt(Number.POSITIVE_INFINITY, column), ...all, ...high };
      const { iou } = (await ask(fixed, "iou.scores", { feeds })) as Scores;
      expect(iou.flat()).toEqual([0, pixels / 256, 0]);
    }
  });

  test("is the quantile 1 of its unit, and leaves the others", async () => {
    for (const [node, quantile] of [
      ["levels", 1],
      ["upsampled", 1],
    ] as const) {
      const feeds = withInfinity;
      const { data } = await askNumbers(withParams(graph, node, { quantile }), `${node}.thresholds`, {
        feeds,
      });
      expect(data[1]).toBe(Number.POSITIVE_INFINITY);
      expect([data[0], data[2]].every(Number.isFinite)).toBe(true);
    }
  });

  test("is the greatest and the mean of its unit in any order; a deviation there is none", async () => {
    for (const chunk of [1, 16]) {
      const rows = await askRows(graph, "stats.table", { feeds: withInfinity, chunk });
      const [, mean, deviation, least, greatest] = rows[1] as number[];
      expect([mean, deviation, greatest]).toEqual([
        Number.POSITIVE_INFINITY,
        Number.NaN,
        Number.POSITIVE_INFINITY,
      ]);
      expect(least).toBeLessThan(0);
    }
  });

  test("has the hottest colour, while finite values keep theirs apart", async () => {
    const { data } = await askNumbers(graph, "heat.image", { feeds: withInfinity });
    const red = data.slice(2 * 192, 2 * 192 + 64);
    expect(Math.max(...red)).toBeCloseTo(0xfd / 127.5 - 1, 5);
    expect(new Set(red).size).toBeGreaterThan(20);
  });

  test("is no value to insert: a level that is none is refused, also one that is too large", async () => {
    const levelled = (level: number) => ({
      ...sound,
      "levels.thresholds": thresholds([1, level, 1]),
    });
    const wired = graphOf({ ...nodes, edit: ["unitMask", { mode: "insert" }] }, [
      ...wires.filter((wire) => !wire.endsWith("levels.features")),
      "levels.thresholds -> edit.levels",
      "chosen.units -> edit.units",
    ]);
    for (const level of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(await refusal(wired, "edit", { feeds: levelled(level) })).toEqual({
        reason: `the level of unit 1 is ${level}`,
        port: "levels",
        cure: "Leave that unit out, or take levels of features without NaN.",
      });
    const others = { ...levelled(Number.NaN), "chosen.units": units(0, 2) };
    const { data } = await askNumbers(wired, "edit.features", { feeds: others });
    expect(data.every(Number.isFinite)).toBe(true);
    const huge = withParams(graph, "edit", { mode: "insert", units: "0", value: 1e39 });
    expect(await refusal(huge, "edit", { feeds: sound })).toEqual({
      reason: "the value is more than a float32 holds",
      port: "value",
      cure: "Choose a smaller one.",
    });
  });
});

describe("constant maps", () => {
  const constant = { ...sound, "source.features": features(null, null, filled(0.1, n, count, h, w)) };

  test("have no deviation at all, cut as you like", async () => {
    for (const chunk of [1, 3, 16])
      for (const [, mean, deviation] of await askRows(graph, "stats.table", { feeds: constant, chunk }))
        expect([mean, deviation]).toEqual([Math.fround(0.1), 0]);
  });

  test("are all of the lowest colour", async () => {
    const { data } = await askNumbers(graph, "heat.image", { feeds: constant });
    expect(new Set(data.slice(0, 64)).size).toBe(1);
  });

  test("tie: the first samples are the top ones", async () => {
    for (const chunk of [1, 16])
      expect((await askRows(graph, "top.table", { feeds: constant, chunk })).map((row) => row[2])).toEqual([
        0, 1, 0, 1, 0, 1,
      ]);
  });
});
