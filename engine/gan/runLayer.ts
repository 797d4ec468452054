import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Tensor } from "../tensor.ts";
import type { Features, Noise } from "../values.ts";
import { constantName, constantOf } from "./constant.ts";
import { expand, samplesOf } from "./expand.ts";
import type { GeneratorModel } from "./generator.ts";
import { featuresShape, type Position } from "./layers.ts";
import { noiseMaps } from "./noiseMaps.ts";
import { requireStyle } from "./requireStyle.ts";

/** What enters one layer. A batch of one goes with any other. */
export interface LayerInputs {
  readonly features: Features;
  /** w [n or 1, size]; undefined for a layer without a style. */
  readonly style?: Tensor;
  readonly noise?: Noise | undefined;
}

/** Runs one layer of a generator: deferred features [n, units, r, r]. Throws Fault where a shape does not fit. */
export async function runLayer(
  context: Context,
  model: GeneratorModel,
  { layer, index }: Position,
  { features, style, noise }: LayerInputs,
): Promise<Features> {
  const n = samplesOf(features.tensor, style);
  const from = context.range.from;
  const feeds: Record<string, Tensor> = {};
  feeds[entrance(model, index)] = await expand(context, fitting(model, index, features), n, "features");
  if (layer.style !== null && style) {
    requireStyle(model.card, style);
    feeds[layer.style] = await expand(context, style, n, "w");
  }
  if (layer.noise !== null)
    feeds[layer.noise] = noiseMaps(noise, { index, resolution: layer.resolution, from, to: from + n });
  const tensor = context.runtime.defer(model, feeds, layer.output, featuresShape(layer, n));
  return { type: "features", generator: model.card.id, layer: layer.name, tensor };
}

/** The tensor by which features enter a layer: its input, or for the first the constant. */
function entrance(model: GeneratorModel, index: number): string {
  return model.card.layers[index]?.input ?? constantName(model);
}

/** The features' tensor. Throws Fault where the layer before does not give such a shape. */
function fitting(model: GeneratorModel, index: number, { tensor }: Features): Tensor {
  const { card } = model;
  const before = card.layers[index - 1];
  const expected = before ? featuresShape(before, 1) : constantOf(model).shape;
  const rest = expected.slice(1).join(", ");
  if (tensor.shape.length === 4 && tensor.shape.slice(1).join(", ") === rest) return tensor;
  throw new Fault(
    `features are [${tensor.shape.join(", ")}], ${card.layers[index]?.name} takes [n, ${rest}]`,
    { port: "features", cure: "Wire in features of the layer before." },
  );
}
