import { describe, expect, test } from "vitest";
import type { Runtime } from "../../../engine/context.ts";
import type { Tensor } from "../../../engine/tensor.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { libraryOf, wasm } from "../workbench.ts";
import { engineOf, graphOf, runGraph } from "./throughGraph.ts";

const [count, chunk] = [40, 2];
const document = graphOf(
  {
    z: ["sampleLatent", { generator: "dcgan", count, seed: 5 }],
    made: ["generate", { generator: "dcgan", tap: "4x4" }],
    classes: ["segment", { model: "tiny-segmenter" }],
    levels: ["activationThreshold", { quantile: 0.8 }],
    iou: ["unitIoU"],
    mean: ["conceptMean", { concept: "red" }],
    stats: ["unitStatistics"],
    shares: ["segmentationStatistics"],
    top: ["topSamples", { count: 2 }],
    rank: ["rankUnits", { model: "tiny-segmenter", concept: "red" }],
    artifacts: ["rankArtifacts", { model: "tiny-segmenter" }],
  },
  [
    "z.z -> made.z",
    "made.image -> classes.image",
    "made.features -> levels.features",
    "made.features -> iou.features",
    "classes.segmentation -> iou.segmentation",
    "levels.thresholds -> iou.thresholds",
    "made.features -> mean.features",
    "classes.segmentation -> mean.segmentation",
    "made.features -> stats.features",
    "classes.segmentation -> shares.segmentation",
    "made.image -> top.image",
    "made.features -> top.features",
    "made.features -> rank.features",
    "made.features -> artifacts.features",
    "classes.segmentation -> artifacts.real",
  ],
);
const models = libraryOf(traditionalGenerator(), tinySegmenter());

/** A runtime that knows which tensors its kernels made and nobody released. */
async function countingRuntime() {
  const runtime = await wasm();
  const unreleased = new Set<Tensor>();
  const counting: Runtime = {
    ...runtime,
    async apply(kernel, inputs, uniforms) {
      const made = await runtime.apply(kernel, inputs, uniforms);
      unreleased.add(made);
      return made;
    },
    release(held) {
      unreleased.delete(held);
      runtime.release(held);
    },
  };
  return { runtime: counting, unreleased };
}

/** An engine, the ranges that one node has folded, and a run that is cancelled once there are so many. */
async function setUp(node: string, pause = 0) {
  const { runtime, unreleased } = await countingRuntime();
  const folded: string[] = [];
  const previews: string[] = [];
  let limit = Number.POSITIVE_INFINITY;
  const engine = await engineOf({
    models,
    chunk,
    runtime,
    onFold: [
      document.nodes.find(({ id }) => id === node)?.type ?? "",
      async ({ from, to }) => {
        folded.push(`${from}-${to}`);
        if (folded.length === limit) engine.cancel();
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      },
    ],
    emit: (event) => event.kind === "preview" && previews.push(event.node),
  });
  const run = (partial = false) => runGraph(engine, document, [node], {}, partial);
  const cancelAfter = (chunks: number, partial = false) => {
    limit = chunks;
    return run(partial);
  };
  return { engine, run, cancelAfter, folded, previews, unreleased };
}

const allRanges = Array.from({ length: count / chunk }, (_, i) => `${i * chunk}-${(i + 1) * chunk}`);

const whole = async (node: string) => {
  const { engine, run, unreleased } = await setUp(node);
  const { made } = await run();
  return { outputs: made.get(node)?.outputs, bytes: engine.bytes, unreleased: unreleased.size };
};

describe.each(["levels", "iou", "mean", "stats", "shares", "top", "rank", "artifacts"])(
  "%s, cancelled at a chunk",
  (node) => {
    test("says that it stopped, goes on from there, and gives the numbers of an undisturbed run", async () => {
      const { run, cancelAfter, folded } = await setUp(node);
      const { state, states, made } = await cancelAfter(6);
      expect(state).toBe("cancelled");
      expect(states.get(node)).toMatchObject({ state: "stopped", of: count });
      expect((states.get(node) as unknown as { done: number }).done).toBeLessThanOrEqual(12);
      expect(made.get(node)).toBeUndefined();
      expect(folded).toEqual(allRanges.slice(0, 6));

      const again = await run();
      expect(again.states.get(node)).toMatchObject({ state: "done" });
      expect(folded).toEqual(allRanges);
      expect(again.made.get(node)?.outputs).toEqual((await whole(node)).outputs);
    });

    test("keeps no more, in the store or of what kernels made, than an undisturbed run", async () => {
      const { engine, run, cancelAfter, unreleased } = await setUp(node);
      await cancelAfter(6);
      await cancelAfter(11);
      await run();
      const wanted = await whole(node);
      expect(engine.bytes).toBe(wanted.bytes);
      expect(unreleased.size).toBe(wanted.unreleased);
    });
  },
);

test("what was open stays: what another node has made before, and what the cancelled one needed", async () => {
  const { engine, cancelAfter } = await setUp("iou");
  await runGraph(engine, document, ["stats"]);
  await cancelAfter(6);
  const { states } = await runGraph(engine, document, ["stats", "levels"]);
  expect(states.get("stats")).toMatchObject({ state: "cached" });
  expect(states.get("levels")).toMatchObject({ state: "cached" });
});

test("values on the way are shown until then; the next run goes on, and shows more", async () => {
  const { run, cancelAfter, folded, previews } = await setUp("mean", 70);
  await cancelAfter(10, true);
  expect(folded).toEqual(allRanges.slice(0, 10));
  const shown = previews.length;
  expect(shown).toBeGreaterThan(0);
  const { states } = await run(true);
  expect(states.get("mean")).toMatchObject({ state: "done" });
  expect(folded).toEqual(allRanges);
  expect(previews.length).toBeGreaterThan(shown);
});

test("rankUnits, cancelled between two units of a chunk, takes that chunk again and counts no sample twice", async () => {
  const { runtime, unreleased } = await countingRuntime();
  let ablations = 0;
  const stopping: Runtime = {
    ...runtime,
    async apply(kernel, inputs, uniforms) {
      if (kernel.name === "unitMask" && ++ablations === 7) engine.cancel();
      return runtime.apply(kernel, inputs, uniforms);
    },
  };
  const engine = await engineOf({ models, chunk, runtime: stopping });
  const { states } = await runGraph(engine, document, ["rank"]);
  expect(states.get("rank")).toMatchObject({ state: "stopped", of: count });
  const { made } = await runGraph(engine, document, ["rank"]);
  expect(made.get("rank")?.outputs).toEqual((await whole("rank")).outputs);
  // 20 chunks of five units, and the two units of the second chunk that were tried before.
  expect(ablations).toBe(20 * 5 + 2);
  expect(unreleased.size).toBe(0);
});
