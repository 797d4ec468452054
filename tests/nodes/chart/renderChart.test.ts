import { describe, expect, test } from "vitest";
import type { Chart } from "../../../engine/chart.ts";
import { darkInks, paperInks } from "../../../nodes/chart/inks.ts";
import { renderChart } from "../../../nodes/chart/renderChart.ts";

const bars: Chart = {
  kind: "bars",
  label: "concept",
  value: "effect",
  error: "error",
  bars: [
    { label: "tree", value: -0.052, error: 0.004 },
    { label: '<sky> & "co"', value: 0.072, error: null },
    { label: "door", value: null, error: null },
  ],
  highlight: "tree",
};
const concepts: Chart = {
  kind: "concepts",
  minIoU: 0.04,
  units: 5,
  concepts: [
    {
      concept: "tree",
      units: [
        { unit: 4, iou: 0.3 },
        { unit: 1, iou: 0.1 },
      ],
    },
    { concept: "sky", units: [{ unit: 0, iou: 0.2 }] },
  ],
  highlight: "",
};
const heat: Chart = {
  kind: "heat",
  row: "unit",
  value: "IoU",
  rows: ["4", "0"],
  columns: ["tree", "sky"],
  cells: [
    [0.3, 0],
    [0, null],
  ],
  highlight: "",
};

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const marks = (svg: string) => [...svg.matchAll(/<path [^>]*data-mark="\d+"[^>]*>/g)].map(([mark]) => mark);
const fills = (svg: string) => marks(svg).map((mark) => /fill="([^"]*)"/.exec(mark)?.[1]);

describe("bars", () => {
  const svg = renderChart(bars, darkInks, 480);

  test("say their labels and signed values with their errors, and escape what a label holds", () => {
    expect(texts(svg)).toEqual(
      expect.arrayContaining([
        "concept",
        "tree",
        "&lt;sky&gt; &amp; &quot;co&quot;",
        "−0.0520 ± 0.0040",
        "+0.0720",
      ]),
    );
    expect(svg).not.toContain("<sky>");
  });

  test("stand on both sides of zero, the highlighted one in the accent, in proportion to their values", () => {
    const [tree = "", sky = ""] = marks(svg);
    const length = (mark: string) => Number(/l(-?[\d.]+) 0/.exec(mark)?.[1]);
    expect(length(tree)).toBeLessThan(0);
    expect(length(sky) / length(tree)).toBeCloseTo(0.072 / -0.052, 1);
    expect(fills(svg).slice(0, 2)).toEqual([darkInks.accent, darkInks.text2]);
  });
});

test("concepts have a mark a unit, the stronger the higher its IoU, and the count at the end of the row", () => {
  const svg = renderChart(concepts, paperInks, 480);
  expect(fills(svg)).toEqual([paperInks.strong, expect.stringMatching(/^#/), expect.stringMatching(/^#/)]);
  expect(texts(svg)).toEqual(
    expect.arrayContaining(["3 of 5 units, IoU &gt; 0.04", "tree", "sky", "2", "1"]),
  );
});

test("a heat map has a cell a number in viridis, none where there is none", () => {
  const found = fills(renderChart(heat, darkInks, 480));
  expect(found).toEqual(["rgb(253,231,37)", "rgb(68,1,84)", "rgb(68,1,84)"]);
});

describe.each([bars, concepts, heat])("a chart of $kind", (chart) => {
  test("is the same each time, says its size, and styles nothing but itself", () => {
    const svg = renderChart(chart, darkInks, 256);
    expect(renderChart(chart, darkInks, 256)).toBe(svg);
    expect(svg).toMatch(/^<svg [^>]*width="256" height="\d+"/);
    expect(svg).not.toMatch(/<style|class=|ecmeta|NaN/);
  });

  test("lies on white in a file", () => {
    expect(renderChart(chart, paperInks, 720)).toMatch(/<rect [^>]*fill="#(fff|ffffff)"/);
  });
});

test.each<[string, Chart]>([
  ["no bars", { ...bars, bars: [] }],
  ["bars that are all zero", { ...bars, bars: [{ label: "a", value: 0, error: 0 }] }],
  ["no interpretable unit", { ...concepts, concepts: [] }],
  ["no rows", { ...heat, rows: [], cells: [] }],
  [
    "cells that are all equal",
    {
      ...heat,
      cells: [
        [0, 0],
        [0, 0],
      ],
    },
  ],
])("%s make an empty chart, not an error", (_, chart) => {
  expect(renderChart(chart, darkInks, 256)).toMatch(/^<svg [\s\S]*<\/svg>/);
});
