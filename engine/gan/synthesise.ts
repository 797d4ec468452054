import type { Context, Feeds } from "../context.ts";
import type { Tensor } from "../tensor.ts";
import type { Features, Image } from "../values.ts";
import type { GeneratorModel } from "./generator.ts";
import { imageOf } from "./imageOf.ts";
import { type LayerDrive, layerFeeds } from "./layerFeeds.ts";
import { featuresShape, layerNamed } from "./layers.ts";

/** What drives a whole generator: n samples, from `context.range.from` on. */
interface Drive extends Omit<LayerDrive, "from"> {
  /** The layer whose features are given back; "" is the last. */
  readonly tap: string;
  /** Feeds that every cut takes: z where the file maps it itself. */
  readonly source: Feeds;
}

/**
 * Runs a whole generator as one cut: its pictures, and the features at the tap. Both are deferred: nothing is computed
 * for an output that nobody asks for, and the picture continues the features where they are there already.
 */
export async function synthesise(
  context: Context,
  model: GeneratorModel,
  { tap: name, source, ...rest }: Drive,
): Promise<{ image: Image; features: Features }> {
  const { card } = model;
  const { layer, index: tap } = layerNamed(card, name, "tap");
  const drive = { ...rest, from: context.range.from };
  const later = card.layers.slice(tap + 1);
  const takesLatent = card.mapping !== undefined || later.some((each) => each.latent !== null);
  const before: Record<string, Tensor> = { ...source, ...layerFeeds(model, [0, tap + 1], drive) };
  const after = {
    ...(takesLatent ? source : {}),
    ...layerFeeds(model, [tap + 1, card.layers.length], drive),
  };
  const tensor = context.runtime.defer(model, before, layer.output, featuresShape(layer, drive.n));
  const features: Features = { type: "features", generator: card.id, layer: layer.name, tensor };
  return { image: await imageOf(context, model, features, after), features };
}
