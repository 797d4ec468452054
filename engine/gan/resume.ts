import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Features, Image, Noise, Style } from "../values.ts";
import { expand, samplesOf } from "./expand.ts";
import { type GeneratorModel, generator, sharedGenerator } from "./generator.ts";
import { imageOf } from "./imageOf.ts";
import { layerFeeds } from "./layerFeeds.ts";
import { featuresShape, layerNamed } from "./layers.ts";
import { requireStyle } from "./requireStyle.ts";

/** What the layers after the features take. */
export interface Rest {
  /** w [n or 1, size]; a generator without styles takes none. */
  readonly w?: Style | undefined;
  readonly noise?: Noise | undefined;
}

/**
 * The pictures that features become when the layers after theirs have run: [n, 3, h, w], deferred. Throws Fault where the
 * features say no layer, do not have its shape, or the layers need what is not there.
 */
export async function resume(context: Context, features: Features, { w, noise }: Rest): Promise<Image> {
  const id = w ? sharedGenerator(features, w, ["features", "w"]) : features.generator;
  const model = await generator(context, id, "features");
  const after = indexAfter(model, features);
  const later = model.card.layers.slice(after);
  if (later.some((layer) => layer.latent !== null))
    throw new Fault(`later layers of ${model.card.id} take the latent themselves`, { port: "features" });
  if (!w && later.some((layer) => layer.style !== null))
    throw new Fault("w is not wired", { port: "w", cure: "Wire in the style that the later layers take." });
  const n = samplesOf(features.tensor, w?.tensor);
  if (w) requireStyle(model.card, w.tensor);
  const style = w && (await expand(context, w.tensor, n, "w"));
  const drive = { n, from: context.range.from, noise, style: () => style };
  const feeds = layerFeeds(model, [after, model.card.layers.length], drive);
  const tensor = await expand(context, features.tensor, n, "features");
  return imageOf(context, model, { ...features, tensor }, feeds);
}

/** Which layer follows. Throws Fault where the features are of none, or not of its shape. */
function indexAfter({ card }: GeneratorModel, { layer: name, tensor: { shape } }: Features): number {
  if (name === null) {
    const cure = "Take features that left a layer.";
    throw new Fault("the features are those before the first layer, or say no layer", {
      port: "features",
      cure,
    });
  }
  const { layer, index } = layerNamed(card, name, "features");
  const expected = featuresShape(layer, shape[0] ?? 0);
  if (expected.join() === shape.join()) return index + 1;
  throw new Fault(`features are [${shape.join(", ")}], ${name} gives [${expected.join(", ")}]`, {
    port: "features",
    cure: `Wire in features of ${name}.`,
  });
}
