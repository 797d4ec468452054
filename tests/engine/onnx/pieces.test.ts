/** Real generators, cut at every layer (issue 2, section 2: within 1e-5 of the whole). */
import { afterAll, describe, expect, test } from "vitest";
import type { Feeds } from "../../../engine/context.ts";
import { constantName } from "../../../engine/gan/constant.ts";
import { initializer } from "../../../engine/onnx/model.ts";
import { createRuntime, type RunningRuntime } from "../../../engine/onnx/runtime.ts";
import { normals } from "../../../engine/random.ts";
import { type HostTensor, type Tensor, tensor, zeros } from "../../../engine/tensor.ts";
import { generatorCards, loadGenerator } from "./trial.ts";

const runtime: RunningRuntime = await createRuntime({ backend: "wasm", threads: 2 });
afterAll(() => runtime.close());

type Loaded = Awaited<ReturnType<typeof loadGenerator>>;
const samples = 2;

function largestDifference(a: HostTensor, b: HostTensor): number {
  expect(a.shape).toEqual(b.shape);
  let most = 0;
  a.data.forEach((value, index) => {
    most = Math.max(most, Math.abs(value - (b.data[index] as number)));
  });
  return most;
}

/** z and noise: small, not zero, so that a layer that got another's would show. */
function inputsOf({ card }: Loaded): { z: HostTensor; noises: Record<string, HostTensor> } {
  const z = zeros([samples, card.latent.size]);
  for (let sample = 0; sample < samples; sample++)
    (z.data as Float32Array).set(normals(7, "latent", sample, card.latent.size), sample * card.latent.size);
  const noises: Record<string, HostTensor> = {};
  for (const [index, { noise, resolution: r }] of card.layers.entries())
    if (noise) noises[noise] = tensor([1, 1, r, r], normals(7, `noise:${index}`, 0, r * r));
  return { z, noises };
}

/** The generator layer by layer: each from the features before, its style and its noise. */
async function byLayers(
  model: Loaded,
  next: (feeds: Feeds, layer: number) => Promise<Tensor>,
): Promise<HostTensor> {
  const { card, graph } = model;
  const { z, noises } = inputsOf(model);
  const mapped = card.mapping
    ? await runtime.run(model, { [card.mapping.input]: z }, [card.mapping.output])
    : { none: z };
  const w = Object.values(mapped)[0] as Tensor;
  let at = card.mapping ? constantName(model) : card.latent.tensor;
  let features: Tensor = card.mapping ? (initializer(graph, at) as HostTensor) : z;
  for (const [index, layer] of card.layers.entries()) {
    const feeds: Record<string, Tensor> = { [layer.input ?? at]: features };
    if (layer.style) feeds[layer.style] = w;
    if (layer.noise) feeds[layer.noise] = noises[layer.noise] as HostTensor;
    features = await next(feeds, index);
    at = layer.output;
  }
  const { input, output } = card.image;
  if (!input || input === output) return runtime.read(features);
  return runtime.read((await runtime.run(model, { [input]: features }, [output]))[output] as Tensor);
}

describe.skipIf(generatorCards.length === 0).each(generatorCards)("%s", (path) => {
  test("cut at every layer, and run in order, gives the whole model's image within 1e-5", async () => {
    const model = await loadGenerator(path);
    const { z, noises } = inputsOf(model);
    const { output } = model.card.image;
    const made = await runtime.run(model, { [model.card.latent.tensor]: z, ...noises }, [output]);
    const whole = await runtime.read(made[output] as Tensor);
    const pieces = await byLayers(model, async (feeds, index) => {
      const name = model.card.layers[index]?.output as string;
      return (await runtime.run(model, feeds, [name]))[name] as Tensor;
    });
    expect(largestDifference(pieces, whole)).toBeLessThan(1e-5);
    const deferred = await byLayers(model, async (feeds, index) => {
      const {
        output: name,
        units,
        resolution: r,
      } = model.card.layers[index] as (typeof model.card.layers)[number];
      return runtime.defer(model, feeds, name, [samples, units, r, r]);
    });
    expect(largestDifference(deferred, whole)).toBeLessThan(1e-5);
  }, 120_000);
});
