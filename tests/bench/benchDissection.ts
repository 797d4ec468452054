/** Figures of dissection: what a sample costs in the generator, the segmenter and the counting, in Node on wasm. */
import type { GeneratorCard, Layer } from "../../engine/card.ts";
import type { Context, Feeds, Runtime } from "../../engine/context.ts";
import { segment } from "../../engine/gan/segment.ts";
import { type SegmenterModel, segmenter } from "../../engine/gan/segmenter.ts";
import { unitCounts } from "../../engine/gpu/kernels/unitCounts.ts";
import type { Model } from "../../engine/models.ts";
import { serializeModel } from "../../engine/onnx/model.ts";
import { createRuntime } from "../../engine/onnx/runtime.ts";
import { loadOrt } from "../../engine/platform/node.ts";
import { normals } from "../../engine/random.ts";
import { type HostTensor, type Tensor, tensor, zeros } from "../../engine/tensor.ts";
import { loadModels } from "../../nodes/cli/loadModels.ts";
import { int, OnnxWriter } from "../nodes/onnxWriter.ts";
import { type Figure, median, rounded } from "./figure.ts";

const chunk = 16;
const chunks = 63;
const layers = ["8x8 b", "16x16 b"];

interface Stand {
  readonly model: Model & { readonly card: GeneratorCard };
  readonly network: SegmenterModel;
  readonly runtime: Runtime;
  readonly context: Context;
  readonly threads: number;
}

export async function benchDissection(cards: readonly string[], id: string): Promise<Figure[]> {
  const models = await loadModels(cards);
  const { card, ...rest } = await models.get(id);
  if (card.kind !== "generator") throw new Error(`${id} is no generator`);
  const runtime = await createRuntime({ backend: "wasm" });
  const context: Context = {
    runtime,
    models,
    range: { from: 0, to: chunk },
    signal: new AbortController().signal,
    key: "key",
    checkpoint: null,
    pace: () => "live",
    progress: () => {},
  };
  const network = await segmenter(context, "scenes-segmenter", "model");
  const stand = { model: { ...rest, card }, network, runtime, context, threads: runtime.status.threads };
  const figures: Figure[] = [];
  for (const [index, layer] of card.layers.filter(({ name }) => layers.includes(name)).entries())
    figures.push(await dissectLayer(stand, layer, `g${index + 1}`));
  await runtime.close();
  return figures;
}

/** Milliseconds a sample of each part, and the counting against maps that are upsampled, thresholded and multiplied. */
async function dissectLayer(stand: Stand, layer: Layer, id: string): Promise<Figure> {
  const { network, runtime, context } = stand;
  const classes = network.card.classes.length;
  const plain = await plainRoute(layer, classes, stand.threads);
  const times = {
    generator: [] as number[],
    segmenter: [] as number[],
    counting: [] as number[],
    plain: [] as number[],
  };
  const levels = tensor([layer.units], new Float32Array(layer.units).fill(2));
  for (let round = -2; round < chunks; round++) {
    const [made, generator] = await timed(() => generate(stand, layer, 10 + round));
    const [seen, seconds] = await timed(() =>
      segment(context, network, { type: "image", tensor: made.image }),
    );
    const ids = await runtime.read(seen.tensor);
    const [counts, counting] = await timed(() =>
      runtime.apply(unitCounts, [made.features, levels, ids], { classes }),
    );
    const [sums, slow] = await timed(() => plain(made.features, levels, ids));
    agree(await runtime.read(counts), sums, classes);
    if (round < 0) continue;
    times.generator.push(generator / chunk);
    times.segmenter.push(seconds / chunk);
    times.counting.push(counting / chunk);
    times.plain.push(slow / chunk);
  }
  const ms = Object.fromEntries(
    Object.entries(times).map(([part, each]) => [`${part}Ms`, rounded(median(each))]),
  );
  return {
    id,
    what: `counting ${layer.units} units of ${layer.name} x ${classes} classes / upsample, threshold, multiply`,
    reached: rounded(median(times.counting) / median(times.plain)),
    aim: null,
    unit: "x",
    detail: { ...ms, samples: chunk * chunks, threads: stand.threads },
  };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const made = await work();
  return [made, performance.now() - began];
}

/** Features of the layer and pictures of new latents, in one run. */
async function generate(
  { model, runtime }: Stand,
  layer: Layer,
  draw: number,
): Promise<{ features: HostTensor; image: Tensor }> {
  const { latent, layers: all, image } = model.card;
  const z = tensor([chunk, latent.size], normals(1, "bench", draw, chunk * latent.size));
  const feeds: Record<string, Tensor> = { [latent.tensor]: z };
  for (const { noise, resolution } of all)
    if (noise) feeds[noise] = zeros([chunk, 1, resolution, resolution]);
  const made = await runtime.run(model, feeds as Feeds, [layer.output, image.output]);
  return { features: await runtime.read(made[layer.output] as Tensor), image: made[image.output] as Tensor };
}

type Plain = (features: HostTensor, levels: HostTensor, ids: HostTensor) => Promise<Float32Array>;

/** The route that keeps whole upsampled maps: Resize, Greater, and a product with one-hot classes, in onnxruntime. */
async function plainRoute(layer: Layer, classes: number, threads: number): Promise<Plain> {
  const { units, resolution: r } = layer;
  const onnx = new OnnxWriter();
  const scale = 64 / r;
  const scales = onnx.weights("scales", [4], [1, 1, scale, scale]);
  const large = onnx.node("Resize", ["features", "", scales], {
    mode: "linear",
    coordinate_transformation_mode: "half_pixel",
  });
  const above = onnx.node("Cast", [onnx.node("Greater", [large, "levels"])], { to: int(1) });
  const rows = onnx.node("Reshape", [above, onnx.weights("rows", [3], [0, units, -1], true)]);
  const product = onnx.node("MatMul", [rows, "classes"]);
  onnx.node("ReduceSum", [product, onnx.weights("axis", [1], [0], true)], { keepdims: int(0) }, "counts");
  const graph = onnx.model(
    { features: ["n", units, r, r], levels: [1, units, 1, 1], classes: ["n", 4096, classes] },
    { counts: [units, classes] },
  );
  const ort = await loadOrt("wasm", threads);
  const session = await ort.InferenceSession.create(serializeModel(graph), { executionProviders: ["wasm"] });
  return async (features, levels, ids) => {
    const hot = new Float32Array(ids.data.length * classes);
    for (const [pixel, id] of ids.data.entries()) hot[pixel * classes + id] = 1;
    const { counts } = await session.run({
      features: new ort.Tensor("float32", features.data as Float32Array, [...features.shape]),
      levels: new ort.Tensor("float32", levels.data as Float32Array, [1, units, 1, 1]),
      classes: new ort.Tensor("float32", hot, [chunk, 4096, classes]),
    });
    return counts?.data as Float32Array;
  };
}

/** Both routes must count the same pixels, but for values within rounding of a threshold. */
function agree(counts: HostTensor, sums: Float32Array, classes: number): void {
  for (const [index, sum] of sums.entries()) {
    const [unit, id] = [Math.floor(index / classes), index % classes];
    const own = counts.data[unit * (classes + 1) + id] as number;
    if (Math.abs(own - sum) > 2) throw new Error(`unit ${unit}, class ${id}: ${own} and ${sum} pixels`);
  }
}
