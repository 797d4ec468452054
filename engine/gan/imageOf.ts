import type { Context, Feeds } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Features, Image } from "../values.ts";
import type { GeneratorModel } from "./generator.ts";
import { imageShape } from "./imageShape.ts";
import { toImage } from "./toImage.ts";

/**
 * The picture [n, 3, h, w] that features become when the rest of the generator has run; `rest` feeds the layers that
 * follow. Throws Fault where the file gives no picture.
 */
export function imageOf(
  context: Context,
  model: GeneratorModel,
  features: Features,
  rest: Feeds = {},
): Promise<Image> {
  const { card } = model;
  const from = card.layers.find((layer) => layer.name === features.layer)?.output;
  if (from === undefined)
    throw new Fault(`${card.id} has no layer called "${features.layer}"`, { port: "features" });
  const n = features.tensor.shape[0] ?? 0;
  if (from === card.image.output) return toImage(context, card, features.tensor);
  const feeds = { [from]: features.tensor, ...rest };
  return toImage(context, card, context.runtime.defer(model, feeds, card.image.output, imageShape(model, n)));
}
