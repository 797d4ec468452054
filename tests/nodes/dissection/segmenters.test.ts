import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EngineEvent } from "../../../engine/events.ts";
import type { Scores, Table } from "../../../engine/values.ts";
import { cardFile, graph as commandLine, directory, graphFile } from "../cli/commandLine.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { libraryOf } from "../workbench.ts";
import { ask, askNumbers, askRows, engineOf, graphOf, image, runGraph, withParams } from "./throughGraph.ts";

const count = 5;
const nodes = {
  z: ["sampleLatent", { generator: "dcgan", count, seed: 3 }],
  made: ["generate", { generator: "dcgan", tap: "4x4" }],
  classes: ["segment", { model: "tiny-segmenter" }],
  levels: ["activationThreshold", { quantile: 0.7 }],
  iou: ["unitIoU"],
  select: ["selectUnits", { count: 2, minIoU: 0 }],
  edit: ["unitMask"],
  after: ["resume"],
  seen: ["segment", { model: "tiny-segmenter" }],
  effect: ["causalEffect"],
  shares: ["segmentationStatistics"],
  top: ["topSamples", { count: 2 }],
  cards: ["viewUnits", { minIoU: 0 }],
  chart: ["viewChart", { kind: "concepts", minIoU: 0 }],
  table: ["viewTable"],
} as const;
const wires = [
  "z.z -> made.z",
  "made.image -> classes.image",
  "made.features -> levels.features",
  "made.features -> iou.features",
  "classes.segmentation -> iou.segmentation",
  "levels.thresholds -> iou.thresholds",
  "iou.scores -> select.scores",
  "made.features -> edit.features",
  "select.units -> edit.units",
  "edit.features -> after.features",
  "after.image -> seen.image",
  "classes.segmentation -> effect.before",
  "seen.segmentation -> effect.after",
  "classes.segmentation -> shares.segmentation",
  "made.image -> top.image",
  "made.features -> top.features",
  "iou.scores -> cards.scores",
  "top.image -> cards.top",
  "iou.scores -> chart.data",
  "effect.effect -> table.table",
];
const graph = graphOf(nodes, wires);

const many = Array.from({ length: 150 }, (_, id) => `class ${id}`);
type Options = Parameters<typeof tinySegmenter>[0];
/** Segmenters, the concepts they have, and which of those are red, green and blue. */
const kinds: [string, Options, string[], (string | null)[]][] = [
  ["2 classes", { classes: ["red", "rest"], named: [0, 1] }, ["red", "rest"], ["red", "rest", null]],
  ["150 classes", { classes: many, named: [7, 80, 149] }, many, ["class 7", "class 80", "class 149"]],
  ["classes that are ignored", { ignore: [1] }, ["red", "blue"], ["red", null, "blue"]],
  [
    "logits with the classes last",
    { output: { layout: "NHWC" } },
    ["red", "green", "blue"],
    ["red", "green", "blue"],
  ],
  [
    "pictures with the channels last",
    { image: { layout: "NHWC" } },
    ["red", "green", "blue"],
    ["red", "green", "blue"],
  ],
  ["ids", { output: { kind: "ids" } }, ["red", "green", "blue"], ["red", "green", "blue"]],
  [
    "int64 ids with an axis for the channel",
    { output: { kind: "ids" }, wide: true },
    ["red", "green", "blue"],
    ["red", "green", "blue"],
  ],
  ["a size of its own", { image: { size: [8, 8] } }, ["red", "green", "blue"], ["red", "green", "blue"]],
];

const modelsOf = (options: Options) => libraryOf(traditionalGenerator(), tinySegmenter(options));
const choosing = (concept: string) => withParams(graph, "select", { concept });
/** Numbers of one run, by concept. */
async function dissected(options: Options, concept: string, chunk = 2) {
  const given = { models: modelsOf(options), chunk };
  const document = choosing(concept);
  const scores = (await ask(document, "iou.scores", given)) as Scores;
  const byConcept = (rows: Table["rows"]) => new Map(rows.map(([name, ...rest]) => [name, rest]));
  return {
    concepts: scores.concepts,
    iou: new Map(scores.concepts.map((name, at) => [name, scores.iou.map((row) => row[at])])),
    effect: byConcept(await askRows(document, "effect.effect", given)),
    shares: byConcept(await askRows(document, "shares.table", given)),
  };
}

/** What three classes by their usual ids give. */
let plain: ReturnType<typeof dissected> | null = null;

describe.each(kinds)("a segmenter with %s", (what, options, concepts, [red, green, blue]) => {
  test("dissects, edits and measures as any other", async () => {
    const found = await dissected(options, red ?? "");
    expect(found.concepts).toEqual(concepts);
    expect([...found.shares.keys()]).toEqual(concepts);
    expect([...found.effect.keys()]).toEqual(concepts);
    // The network of two classes names by red against green alone: its pixels are others.
    if (what === "2 classes") {
      const sum = [...found.shares.values()].reduce((total, [share]) => total + Number(share), 0);
      expect(sum).toBeCloseTo(1, 12);
      return;
    }
    plain ??= dissected({}, "red");
    const wanted = await plain;
    for (const [own, name] of [
      [red, "red"],
      [green, "green"],
      [blue, "blue"],
    ] as const) {
      if (own === null || own === undefined) continue;
      for (const part of ["iou", "effect", "shares"] as const)
        expect(found[part].get(own), `${part} of ${name}`).toEqual(wanted[part].get(name));
    }
    expect([...found.shares.values()].some(([share]) => Number(share) > 0.1)).toBe(true);
  });

  test("shows every node, as pixels, tables, charts and cards", async () => {
    const previews = new Map<string, string>();
    const emit = (event: EngineEvent) => {
      if (event.kind === "preview") previews.set(event.node, event.preview.kind);
    };
    const engine = await engineOf({ models: modelsOf(options), chunk: 2, emit });
    const ids = Object.keys(nodes);
    const { states } = await runGraph(engine, choosing(red ?? ""), ids, {}, true);
    expect([...states].filter(([, { state }]) => state !== "done" && state !== "cached")).toEqual([]);
    expect(Object.fromEntries(previews)).toMatchObject({
      classes: "pixels",
      iou: "words",
      effect: "table",
      shares: "table",
      top: "pixels",
      cards: "units",
      chart: "chart",
      table: "table",
    });
  });

  test("writes every file of a report", async () => {
    const folder = await directory();
    const ends = (text: string) => {
      const [from = "", to = ""] = text.split(" -> ");
      return { from: from.split("."), to: to.split(".") };
    };
    const document = Object.entries(nodes).map(([id, [type, params = {}]]) => ({
      id,
      type,
      params: id === "select" ? { ...params, concept: red } : params,
    }));
    const file = await graphFile(folder, document, wires.map(ends));
    const cards = await Promise.all(
      [traditionalGenerator(), tinySegmenter(options)].map((model) => cardFile(folder, model)),
    );
    const out = join(folder, "out");
    const flags = cards.flatMap((card) => ["--model", card]);
    const { status, complained } = await commandLine("run", file, "--out", out, "--quiet", ...flags);
    expect([status, complained]).toEqual([0, ""]);
    const read = (name: string) => readFile(join(out, name), "utf8");
    expect((await read("table.csv")).trim().split("\n")).toHaveLength(concepts.length + 1);
    const { layers } = JSON.parse(await read("cards.dissect.json"));
    const labels = layers[0].rankings.map(({ name }: { name: string }) => name);
    expect(labels).toEqual(["unit", "label", "max iou", ...concepts.map((name) => `${name}-iou`)]);
    const page = await read("cards.html");
    expect(page.match(/<li /g)).toHaveLength(5);
    expect(page.match(/<img /g)).toHaveLength(5);
  });
});

test("ids of pictures one pixel wide or high keep their sides", async () => {
  const models = libraryOf(tinySegmenter({ output: { kind: "ids" }, wide: true }));
  const document = graphOf({ p: ["generate"], s: ["segment", { model: "tiny-segmenter" }] }, [
    "p.image -> s.image",
  ]);
  for (const [h, w] of [
    [1, 3],
    [3, 1],
    [1, 1],
  ] as const) {
    const data = Array.from({ length: 3 * h * w }, (_, i) =>
      i % (h * w) === Math.floor(i / (h * w)) ? 1 : -1,
    );
    const feeds = { "p.image": image({ shape: [1, 3, h, w], data }) };
    const found = await askNumbers(document, "s.segmentation", { feeds, models });
    expect(found).toEqual({ shape: [1, h, w], data: [0, 1, 2].slice(0, h * w) });
  }
});
