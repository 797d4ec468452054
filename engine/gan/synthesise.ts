import type { Layer } from "../card.ts";
import type { Context, Feeds } from "../context.ts";
import type { Tensor } from "../tensor.ts";
import type { Features, Image, Noise } from "../values.ts";
import type { GeneratorModel } from "./generator.ts";
import { imageOf } from "./imageOf.ts";
import { featuresShape, layerNamed } from "./layers.ts";
import { noiseMaps } from "./noiseMaps.ts";

/** What drives a whole generator: n samples, from `context.range.from` on. */
interface Drive {
  readonly n: number;
  readonly noise?: Noise | undefined;
  /** The layer whose features are given back; "" is the last. */
  readonly tap: string;
  /** Feeds that every cut takes: z where the file maps it itself. */
  readonly source: Feeds;
  /** The style that a layer takes; undefined where the file makes it from z. */
  style(layer: Layer): Tensor | undefined;
}

/**
 * Runs a whole generator as one cut: its pictures, and the features at the tap. Both are deferred: nothing is computed
 * for an output that nobody asks for, and the picture continues the features where they are there already.
 */
export async function synthesise(
  context: Context,
  model: GeneratorModel,
  drive: Drive,
): Promise<{ image: Image; features: Features }> {
  const { card } = model;
  const { layer, index: tap } = layerNamed(card, drive.tap, "tap");
  const before: Record<string, Tensor> = { ...drive.source };
  const later = card.layers.slice(tap + 1);
  const takesLatent = card.mapping !== undefined || later.some((each) => each.latent !== null);
  const after: Record<string, Tensor> = takesLatent ? { ...drive.source } : {};
  const span = { from: context.range.from, to: context.range.from + drive.n };
  for (const [index, each] of card.layers.entries()) {
    const feeds = index <= tap ? before : after;
    const style = drive.style(each);
    if (each.style !== null && style) feeds[each.style] = style;
    if (each.noise !== null)
      feeds[each.noise] = noiseMaps(drive.noise, { index, resolution: each.resolution, ...span });
  }
  const tensor = context.runtime.defer(model, before, layer.output, featuresShape(layer, drive.n));
  const features: Features = { type: "features", generator: card.id, layer: layer.name, tensor };
  return { image: await imageOf(context, model, features, after), features };
}
