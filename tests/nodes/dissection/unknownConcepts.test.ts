import { describe, expect, test } from "vitest";
import type { Runtime } from "../../../engine/context.ts";
import type { EngineEvent } from "../../../engine/events.ts";
import type { Tensor } from "../../../engine/tensor.ts";
import type { Value } from "../../../engine/values.ts";
import { gaussian } from "../arrays.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { features, libraryOf, segmentation, wasm } from "../workbench.ts";
import { askNumbers, engineOf, graphOf, refusal, runGraph, withParams } from "./throughGraph.ts";

const graph = graphOf(
  {
    z: ["sampleLatent", { generator: "dcgan", count: 4 }],
    made: ["generate", { generator: "dcgan", tap: "4x4" }],
    classes: ["segment", { model: "tiny-segmenter" }],
    where: ["conceptMask"],
    mean: ["conceptMean"],
    levels: ["activationThreshold", { method: "bestRatio" }],
    plain: ["activationThreshold"],
    iou: ["unitIoU"],
    select: ["selectUnits"],
    rank: ["rankUnits", { model: "tiny-segmenter" }],
    cards: ["viewUnits"],
    chart: ["viewChart", { kind: "concepts" }],
  },
  [
    "z.z -> made.z",
    "made.image -> classes.image",
    "classes.segmentation -> where.segmentation",
    "made.features -> mean.features",
    "classes.segmentation -> mean.segmentation",
    "made.features -> levels.features",
    "classes.segmentation -> levels.segmentation",
    "made.features -> plain.features",
    "made.features -> iou.features",
    "classes.segmentation -> iou.segmentation",
    "plain.thresholds -> iou.thresholds",
    "iou.scores -> select.scores",
    "made.features -> rank.features",
    "iou.scores -> cards.scores",
    "iou.scores -> chart.data",
  ],
);
const models = libraryOf(traditionalGenerator(), tinySegmenter({ ignore: [2] }));

describe.each(["where", "mean", "levels", "select", "rank", "cards"])("%s", (node) => {
  const asking = (concept: string) => withParams(graph, node, { concept });

  test("names the concepts there are where one is wrong, those that the card ignores left out", async () => {
    for (const concept of ["tree", "Red", "blue"]) {
      const { reason, port, cure } = await refusal(asking(concept), node, { models });
      expect(reason).toMatch(new RegExp(`^(there is no|the scores have no) concept "${concept}"$`));
      expect(port).toBe("concept");
      expect(cure).toMatch(/^Choose one of red, green(\.|, or none to see all\.)$/);
    }
  });

  test("takes those there are", async () => {
    const { states } = await runGraph(await engineOf({ models }), asking("red"), [node]);
    expect(states.get(node)).toMatchObject({ state: "done" });
  });
});

test("a chart refuses to highlight what is no concept", async () => {
  expect(await refusal(withParams(graph, "chart", { highlight: "tree" }), "chart", { models })).toEqual({
    reason: "there is no concept tree",
    port: "highlight",
    cure: "The concepts are red, green.",
  });
});

test("where nothing is chosen, that is what is said", async () => {
  for (const node of ["where", "mean", "select", "rank"])
    expect(await refusal(withParams(graph, node, { concept: "" }), node, { models })).toMatchObject({
      reason: "no concept is chosen",
      cure: "Choose one of red, green.",
    });
});

test("where the card ignores every class, there is nothing to choose", async () => {
  const ignoring = libraryOf(traditionalGenerator(), tinySegmenter({ ignore: [0, 1, 2] }));
  const { cure } = await refusal(withParams(graph, "where", { concept: "red" }), "where", {
    models: ignoring,
  });
  expect(cure).toBe("Its card ignores every class.");
  const select = withParams(graph, "select", { concept: "red" });
  expect((await refusal(select, "select", { models: ignoring })).cure).toBe("They have none.");
});

test("a concept that is missing is found out on the first samples, not after the last", async () => {
  const seen: number[] = [];
  const emit = (event: EngineEvent) => {
    if (event.kind === "node" && event.node === "levels" && event.state.state === "running")
      seen.push(event.state.done);
  };
  const document = withParams(withParams(graph, "levels", { concept: "tree" }), "z", { count: 12 });
  await refusal(document, "levels", { models, chunk: 2, emit });
  expect(Math.max(0, ...seen)).toBeLessThanOrEqual(2);
});

describe("fed class ids, which have numbers for names", () => {
  const fed = graphOf(
    { source: ["generate"], classes: ["segment"], where: ["conceptMask"], mean: ["conceptMean"] },
    [
      "classes.segmentation -> where.segmentation",
      "source.features -> mean.features",
      "classes.segmentation -> mean.segmentation",
    ],
  );
  const feeds: Record<string, Value> = {
    "source.features": features(null, null, gaussian(1, 2, 3, 2, 2)),
    "classes.segmentation": segmentation({ shape: [2, 1, 2], data: [0, 1, 1, 3] }),
  };

  test("take a number from 1 on, and nothing else", async () => {
    for (const concept of ["0", "-1", "1.0", "tree"])
      expect(await refusal(withParams(fed, "where", { concept }), "where", { feeds })).toMatchObject({
        port: "concept",
        cure: "Classes have no names here: write a number from 1 on.",
      });
  });

  test("may lack a number: it has no pixels, and so no mean", async () => {
    const where = withParams(fed, "where", { concept: "2" });
    expect((await askNumbers(where, "where.mask", { feeds })).data).toEqual([0, 0, 0, 0]);
    expect(await refusal(withParams(fed, "mean", { concept: "2" }), "mean", { feeds })).toEqual({
      reason: "no sample shows 2",
      port: "concept",
      cure: "Take more samples, or another concept.",
    });
  });

  test("beyond any number of classes are refused, not allotted", async () => {
    const huge = segmentation({ shape: [2, 1, 2], data: [0, 1, 2_000_000_000, 3] });
    const all = graphOf(
      {
        source: ["generate"],
        classes: ["segment"],
        shares: ["segmentationStatistics"],
        effect: ["causalEffect"],
        distance: ["segmentationDistance"],
        plain: ["activationThreshold"],
        iou: ["unitIoU"],
        levels: ["activationThreshold", { method: "bestRatio" }],
      },
      [
        "classes.segmentation -> shares.segmentation",
        "classes.segmentation -> effect.before",
        "classes.segmentation -> effect.after",
        "classes.segmentation -> distance.a",
        "classes.segmentation -> distance.b",
        "source.features -> plain.features",
        "source.features -> iou.features",
        "classes.segmentation -> iou.segmentation",
        "plain.thresholds -> iou.thresholds",
        "source.features -> levels.features",
        "classes.segmentation -> levels.segmentation",
      ],
    );
    for (const [node, port] of [
      ["shares", "segmentation"],
      ["effect", "before"],
      ["distance", "a"],
      ["iou", "segmentation"],
      ["levels", "segmentation"],
    ] as const)
      expect(await refusal(all, node, { feeds: { ...feeds, "classes.segmentation": huge } }), node).toEqual({
        reason: `${port} holds class id 2000000000, at most 2048 classes can be counted`,
        port,
        cure: "Give class ids from 0 on, without gaps.",
      });
  });
});

describe("a concept that comes late", () => {
  test("is found although the first samples lack it, also where values on the way are wanted", async () => {
    const n = 40;
    const document = graphOf(
      { source: ["generate"], classes: ["segment"], mean: ["conceptMean", { concept: "2" }] },
      ["source.features -> mean.features", "classes.segmentation -> mean.segmentation"],
    );
    const data = Array.from({ length: 2 * n }, (_, i) => (i === 2 * n - 1 ? 2 : 1));
    const feeds = {
      "source.features": features(null, null, gaussian(1, n, 3, 2, 2)),
      "classes.segmentation": segmentation({ shape: [n, 1, 2], data }),
    };
    const runtime = await wasm();
    const read = async (held: Tensor) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return runtime.read(held);
    };
    const engine = await engineOf({ chunk: 4, runtime: { ...runtime, read } as Runtime });
    const { states } = await runGraph(engine, document, ["mean"], feeds, true);
    expect(states.get("mean")).toMatchObject({ state: "done" });
  });
});
