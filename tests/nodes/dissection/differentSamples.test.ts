import { describe, expect, test } from "vitest";
import { repeatSamples } from "../../../engine/gan/repeatSamples.ts";
import type { Scores, Segmentation } from "../../../engine/values.ts";
import { gaussian } from "../arrays.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { features, libraryOf, segmentation, thresholds } from "../workbench.ts";
import { ask, askNumbers, askRows, filled, graphOf, image, refusal, units } from "./throughGraph.ts";

/** Class ids 0, 1, 2, 0, ... in another order for each sample. */
const ids = (n: number) =>
  segmentation({
    shape: [n, 6, 5],
    data: Array.from({ length: n * 30 }, (_, i) => (i + Math.floor(i / 30) * 7 + Math.floor(i / 11)) % 3),
  });
const maps = (n: number) => features(null, null, gaussian(3, n, 2, 4, 4));
const pictures = (n: number) => image(gaussian(4, n, 3, 6, 5));
const once = (segments: Segmentation, times: number): Segmentation => ({
  ...segments,
  tensor: repeatSamples(segments.tensor as never, new Array<number>(times).fill(0)),
});

/** Every node that takes two batches of the same samples, with what it is asked for. */
const graph = graphOf(
  {
    source: ["generate"],
    classes: ["segment"],
    other: ["segment"],
    fixed: ["activationThreshold"],
    chosen: ["selectUnits"],
    levels: ["activationThreshold", { method: "upsampledQuantile" }],
    iou: ["unitIoU"],
    mean: ["conceptMean", { concept: "1" }],
    heat: ["unitHeatmap"],
    top: ["topSamples"],
    effect: ["causalEffect"],
    distance: ["segmentationDistance"],
  },
  [
    "source.features -> levels.features",
    "classes.segmentation -> levels.segmentation",
    "source.features -> iou.features",
    "classes.segmentation -> iou.segmentation",
    "fixed.thresholds -> iou.thresholds",
    "source.features -> mean.features",
    "classes.segmentation -> mean.segmentation",
    "source.image -> heat.image",
    "source.features -> heat.features",
    "chosen.units -> heat.units",
    "source.image -> top.image",
    "source.features -> top.features",
    "classes.segmentation -> effect.before",
    "other.segmentation -> effect.after",
    "classes.segmentation -> distance.a",
    "other.segmentation -> distance.b",
  ],
);
const feedsOf = (featured: number, segmented: number) => ({
  "source.features": maps(featured),
  "source.image": pictures(segmented),
  "classes.segmentation": ids(segmented),
  "other.segmentation": ids(featured),
  "fixed.thresholds": thresholds([0.2, -0.3]),
  "chosen.units": units(1),
});

describe.each([
  ["at once", 16],
  ["chunk by chunk", 2],
])("%s", (_, chunk) => {
  test.each([
    ["iou", "features", "segmentation"],
    ["levels", "features", "segmentation"],
    ["mean", "features", "segmentation"],
    ["heat", "image", "features"],
    ["top", "image", "features"],
    ["effect", "before", "after"],
    ["distance", "a", "b"],
  ])("%s refuses batches of 6 and of 4 samples, and names both", async (node, first, second) => {
    const [one, two] = ["features", "after", "b"].includes(first) ? [6, 4] : [4, 6];
    expect(await refusal(graph, node, { feeds: feedsOf(6, 4), chunk })).toEqual({
      reason: `${first} and ${second} differ in samples: ${one} and ${two}`,
      port: second,
      cure: "Use one batch for both, or a batch of one sample.",
    });
  });

  test("latents of another count are refused before a layer runs", async () => {
    const models = libraryOf(traditionalGenerator(), tinySegmenter());
    const drawn = graphOf(
      {
        a: ["sampleLatent", { generator: "dcgan", count: 6 }],
        b: ["sampleLatent", { generator: "dcgan", count: 5 }],
        of: ["generate", { generator: "dcgan", tap: "4x4" }],
        shown: ["generate", { generator: "dcgan" }],
        classes: ["segment", { model: "tiny-segmenter" }],
        mean: ["conceptMean", { concept: "red" }],
      },
      [
        "a.z -> of.z",
        "b.z -> shown.z",
        "shown.image -> classes.image",
        "of.features -> mean.features",
        "classes.segmentation -> mean.segmentation",
      ],
    );
    expect(await refusal(drawn, "mean", { models, chunk })).toMatchObject({
      reason: "features and segmentation differ in samples: 6 and 5",
      port: "segmentation",
    });
  });

  describe("one sample goes with any number, as if it were repeated", () => {
    const single = feedsOf(6, 1);
    const repeated = {
      ...single,
      "classes.segmentation": once(ids(1), 6),
      "source.image": {
        ...pictures(1),
        tensor: repeatSamples(pictures(1).tensor as never, [0, 0, 0, 0, 0, 0]),
      },
    };

    test("in the IoU", async () => {
      const scores = async (feeds: object) => {
        const { iou } = (await ask(graph, "iou.scores", { feeds: { ...feeds }, chunk })) as Scores;
        return iou;
      };
      const found = await scores(single);
      expect(found).toEqual(await scores(repeated));
      expect(found.flat().every((value) => value > 0)).toBe(true);
    });

    test.each(["levels.thresholds", "mean.levels", "heat.image", "top.image"])("in %s", async (address) => {
      const found = await askNumbers(graph, address, { feeds: single, chunk });
      expect(found).toEqual(await askNumbers(graph, address, { feeds: repeated, chunk }));
    });

    test.each(["effect.effect", "distance.table"])("in %s", async (address) => {
      const found = await askRows(graph, address, { feeds: single, chunk });
      const wanted = await askRows(graph, address, { feeds: repeated, chunk });
      for (const [index, row] of wanted.entries())
        for (const [column, value] of row.entries())
          if (typeof value === "number") expect(found[index]?.[column]).toBeCloseTo(value, 12);
          else expect(found[index]?.[column]).toBe(value);
    });
  });

  test("a last chunk of one sample is no batch of one: it is counted once", async () => {
    const feeds = feedsOf(17, 17);
    const whole = (await ask(graph, "iou.scores", { feeds, chunk: 17 })) as Scores;
    const cut = (await ask(graph, "iou.scores", { feeds, chunk: chunk === 16 ? 16 : 4 })) as Scores;
    expect(cut.iou).toEqual(whole.iou);
  });
});

/** Nodes on an empty batch; those that only pass samples on give an empty one too. */
describe("no samples at all", () => {
  const none = feedsOf(0, 0);
  const more = graphOf(
    {
      source: ["generate"],
      classes: ["segment"],
      stats: ["unitStatistics"],
      shares: ["segmentationStatistics"],
      seen: ["segment", { model: "tiny-segmenter" }],
      rank: ["rankUnits", { model: "tiny-segmenter", concept: "red" }],
      after: ["resume"],
      edit: ["unitMask", { units: "0" }],
      where: ["conceptMask", { concept: "1" }],
      heat: ["unitHeatmap"],
      chosen: ["selectUnits"],
      pictures: ["viewImages"],
      both: ["compareImages"],
    },
    [
      "source.image -> pictures.image",
      "source.image -> both.a",
      "source.image -> both.b",
      "source.features -> stats.features",
      "classes.segmentation -> shares.segmentation",
      "source.image -> seen.image",
      "source.features -> rank.features",
      "source.features -> after.features",
      "source.features -> edit.features",
      "classes.segmentation -> where.segmentation",
      "source.image -> heat.image",
      "source.features -> heat.features",
      "chosen.units -> heat.units",
    ],
  );
  const models = libraryOf(traditionalGenerator(), tinySegmenter());
  const ofDcgan = { ...features("dcgan", "4x4", filled(0, 0, 5, 4, 4)) };

  test.each(["levels", "iou", "mean", "top", "effect", "distance"])("%s says so", async (node) => {
    expect(await refusal(graph, node, { feeds: none })).toMatchObject({
      reason: "there are no samples",
      port: expect.stringMatching(/^(features|image|before|a)$/),
      cure: "Ask for at least one (a larger count).",
    });
  });

  test.each(["stats", "shares", "seen", "rank", "after", "pictures", "both"])("%s says so", async (node) => {
    const feeds = { ...none, "source.features": ofDcgan };
    expect((await refusal(more, node, { feeds, models })).reason).toMatch(/there are no samples$/);
  });

  test.each([
    ["edit.features", [0, 2, 4, 4]],
    ["where.mask", [0, 6, 5]],
    ["heat.image", [0, 3, 6, 5]],
  ])("%s is as empty as what enters", async (address, shape) => {
    expect(await askNumbers(more, address, { feeds: none })).toEqual({ shape, data: [] });
  });

  test("beside some samples differs from them", async () => {
    expect((await refusal(graph, "iou", { feeds: feedsOf(3, 0) })).reason).toBe(
      "features and segmentation differ in samples: 3 and 0",
    );
  });

  test("are not drawn: a count of 0 is refused, typed or wired", async () => {
    const drawn = (params: object, ...wires: string[]) =>
      graphOf({ n: ["number", { value: 0 }], z: ["sampleLatent", { generator: "dcgan", ...params }] }, wires);
    expect((await refusal(drawn({ count: 0 }), "z", { models })).reason).toBe(
      "count: expected an integer of at least 1, got 0",
    );
    expect((await refusal(drawn({}, "n.value -> z.count"), "z", { models })).reason).toBe(
      "count: expected an integer of at least 1, got 0 from n",
    );
  });
});
