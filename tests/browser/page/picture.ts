import type { Runtime } from "../../../engine/context.ts";
import type { Model } from "../../../engine/models.ts";
import { normals } from "../../../engine/random.ts";
import { type Tensor, tensor, zeros } from "../../../engine/tensor.ts";

export interface Picture {
  readonly shape: readonly number[];
  readonly values: number[];
  /** Where each layer's features lay. */
  readonly places: string[];
}

/** One sample of the generator in one run from style to picture, without noise. */
export async function wholePicture(runtime: Runtime, model: Model): Promise<Picture> {
  const { card, style } = await begin(runtime, model);
  const feeds: Record<string, Tensor> = {};
  for (const layer of card.layers) Object.assign(feeds, styleAndNoise(layer, style));
  const { [card.image.output]: image } = await runtime.run(model, feeds, [card.image.output]);
  return shown(runtime, image, []);
}

/** The same, one run a layer, each taking the features that the one before it left. */
export async function pictureByLayers(runtime: Runtime, model: Model): Promise<Picture> {
  const { card, style } = await begin(runtime, model);
  const places: string[] = [];
  let features: Tensor | undefined;
  for (const layer of card.layers) {
    const feeds: Record<string, Tensor> = { ...styleAndNoise(layer, style) };
    if (layer.input !== null && features !== undefined) feeds[layer.input] = features;
    features = (await runtime.run(model, feeds, [layer.output]))[layer.output];
    places.push(features?.place ?? "nowhere");
  }
  const last = card.image.input;
  if (last === null || features === undefined) throw new Error("the card names no features for its picture");
  const { [card.image.output]: image } = await runtime.run(model, { [last]: features }, [card.image.output]);
  return shown(runtime, image, places);
}

/** The features of the first layer alone: quick even on a software adapter. */
export async function firstFeatures(runtime: Runtime, model: Model): Promise<Picture> {
  const { card, style } = await begin(runtime, model);
  const [layer] = card.layers;
  if (layer === undefined) throw new Error("the card names no layer");
  const { [layer.output]: features } = await runtime.run(model, styleAndNoise(layer, style), [layer.output]);
  return shown(runtime, features, [features?.place ?? "nowhere"]);
}

async function begin(runtime: Runtime, model: Model) {
  const { card } = model;
  if (card.kind !== "generator" || card.mapping === undefined) throw new Error("no style-based generator");
  const z = tensor([1, card.latent.size], normals(3, "latent", 0, card.latent.size));
  const made = await runtime.run(model, { [card.mapping.input]: z }, [card.mapping.output]);
  const style = made[card.mapping.output];
  if (style === undefined) throw new Error("the mapping gave nothing");
  return { card, style };
}

function styleAndNoise(
  layer: { style: string | null; noise: string | null; resolution: number },
  style: Tensor,
): Record<string, Tensor> {
  const noise = zeros([1, 1, layer.resolution, layer.resolution]);
  return {
    ...(layer.style === null ? {} : { [layer.style]: style }),
    ...(layer.noise === null ? {} : { [layer.noise]: noise }),
  };
}

async function shown(runtime: Runtime, image: Tensor | undefined, places: string[]): Promise<Picture> {
  if (image === undefined) throw new Error("there is no picture");
  const { shape, data } = await runtime.read(image);
  return { shape, values: [...data], places };
}
