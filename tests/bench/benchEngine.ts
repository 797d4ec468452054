/** Figures a to c: the engine in Node, on wasm. */
import type { GeneratorCard } from "../../engine/card.ts";
import type { Job } from "../../engine/job.ts";
import type { Model } from "../../engine/models.ts";
import { cut } from "../../engine/onnx/cut.ts";
import { serializeModel } from "../../engine/onnx/model.ts";
import { createRuntime } from "../../engine/onnx/runtime.ts";
import { loadOrt } from "../../engine/platform/node.ts";
import { normals } from "../../engine/random.ts";
import { createEngine, type Engine } from "../../engine/run.ts";
import { tensor } from "../../engine/tensor.ts";
import type { Style, Value } from "../../engine/values.ts";
import { loadModels } from "../../nodes/cli/loadModels.ts";
import { catalogue } from "../../nodes/index.ts";
import { arithmetic } from "./arithmetic.ts";
import { type Figure, median, rounded } from "./figure.ts";
import { layerGraph } from "./layerGraph.ts";

const rounds = 31;

interface Stand {
  readonly engine: Engine;
  readonly model: Model & { readonly card: GeneratorCard };
  readonly threads: number;
  /** Milliseconds from asking for the picture until it is there, with these styles. */
  run(coarse: Style, fine: Style): Promise<number>;
}

export async function benchEngine(cards: readonly string[], id: string): Promise<Figure[]> {
  const stand = await setUp(cards, id);
  return [await chainAgainstWhole(stand), await finestAgainstFull(stand), await nothingChanged(stand)];
}

async function setUp(cards: readonly string[], id: string): Promise<Stand> {
  const models = await loadModels(cards);
  const { card, ...rest } = await models.get(id);
  if (card.kind !== "generator" || card.style === undefined)
    throw new Error(`${id} is no style-based generator`);
  const runtime = await createRuntime({ backend: "wasm" });
  const engine = createEngine({ catalogue, models, runtime });
  const document = layerGraph(card);
  let job = 0;
  async function run(coarse: Style, fine: Style): Promise<number> {
    const feeds = new Map<string, Value>([
      ["coarse.w", coarse],
      ["fine.w", fine],
    ]);
    const observed = [{ node: "view", preview: false }];
    const asked: Job = { id: ++job, document, observed, feeds, heavy: false, partial: false };
    const began = performance.now();
    const { made, states } = await engine.run(asked);
    const view = made.get("view")?.view;
    if (view?.kind !== "images") throw new Error(`no picture: ${JSON.stringify([...states])}`);
    await runtime.read(view.image.tensor);
    return performance.now() - began;
  }
  return { engine, model: { ...rest, card }, threads: runtime.status.threads, run };
}

/** w number `draw` of a stream of its own: never one that was used before. */
function styleOf({ card }: Stand["model"], draw: number): Style {
  const size = card.style?.size ?? card.latent.size;
  return { type: "style", generator: card.id, tensor: tensor([1, size], normals(1, "bench", draw, size)) };
}

async function chainAgainstWhole(stand: Stand): Promise<Figure> {
  const { card } = stand.model;
  const whole = await wholeSession(stand);
  const chain: number[] = [];
  const reference: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const style = styleOf(stand.model, 100 + round);
    const times = [await stand.run(style, style), await whole(style)] as const;
    if (round < 0) continue;
    chain.push(times[0]);
    reference.push(times[1]);
  }
  return {
    id: "a",
    what: `chain of ${card.layers.length + 2} layer nodes / whole ONNX in one session`,
    reached: rounded(median(chain) / median(reference)),
    aim: 1.05,
    unit: "x",
    detail: { chainMs: rounded(median(chain)), wholeMs: rounded(median(reference)), threads: stand.threads },
  };
}

/** The generator from styles and noise to the picture as one file, run by onnxruntime alone. */
async function wholeSession({ model, threads }: Stand): Promise<(style: Style) => Promise<number>> {
  const { card } = model;
  const ort = await loadOrt("wasm", threads);
  const names = card.layers.flatMap(({ style, noise }) => [style, noise]).filter((name) => name !== null);
  const file = serializeModel(cut(model.graph, names, [card.image.output]));
  const session = await ort.InferenceSession.create(file, { executionProviders: ["wasm"] });
  return async ({ tensor: w }) => {
    if (w.place !== "host") throw new Error("the style is not on the host");
    const began = performance.now();
    const feeds: Record<string, InstanceType<typeof ort.Tensor>> = {};
    for (const { style, noise, resolution: r } of card.layers) {
      if (style !== null) feeds[style] = new ort.Tensor("float32", w.data as Float32Array, [...w.shape]);
      if (noise !== null) feeds[noise] = new ort.Tensor("float32", new Float32Array(r * r), [1, 1, r, r]);
    }
    await session.run(feeds, [card.image.output]);
    return performance.now() - began;
  };
}

async function finestAgainstFull(stand: Stand): Promise<Figure> {
  const { card, graph } = stand.model;
  const full: number[] = [];
  const finest: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < 9; round++) {
    const coarse = styleOf(stand.model, 1000 + round);
    full.push(await stand.run(coarse, coarse));
    for (let change = 0; change < 5; change++) {
      const ms = await stand.run(coarse, styleOf(stand.model, 2000 + 10 * round + change));
      if (change === 0) first.push(ms);
      else finest.push(ms);
    }
  }
  const highest = Math.max(...card.layers.map((layer) => layer.resolution));
  const fine = card.layers.filter((layer) => layer.resolution === highest);
  const styles = card.layers.flatMap(({ style, noise }) => [style, noise]).filter((name) => name !== null);
  const entrance = fine[0]?.input ?? "";
  const changed = arithmetic(cut(graph, [...styles, entrance], [card.image.output]));
  const share = changed / arithmetic(cut(graph, styles, [card.image.output]));
  return {
    id: "b",
    what: `re-run after another style for the ${fine.length} finest layers; full run ${rounded(median(full))} ms`,
    reached: rounded(median(finest)),
    aim: rounded(share * median(full) + 3),
    unit: "ms",
    detail: {
      fullMs: rounded(median(full)),
      firstChangeMs: rounded(median(first)),
      shareOfArithmetic: rounded(share),
    },
  };
}

async function nothingChanged(stand: Stand): Promise<Figure> {
  const style = styleOf(stand.model, 5000);
  await stand.run(style, style);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await stand.run(style, style));
  return {
    id: "c",
    what: "re-run with nothing changed",
    reached: rounded(median(times)),
    aim: 2,
    unit: "ms",
    detail: {},
  };
}
