import type { Layer } from "../card.ts";
import type { Tensor } from "../tensor.ts";
import type { Noise } from "../values.ts";
import type { GeneratorModel } from "./generator.ts";
import { noiseMaps } from "./noiseMaps.ts";

/** What drives the layers: samples `from` to `from + n` of the batch. */
export interface LayerDrive {
  readonly n: number;
  readonly from: number;
  readonly noise?: Noise | undefined;
  /** The style [n, size] that a layer takes; undefined where the file makes it itself. */
  style(layer: Layer): Tensor | undefined;
}

/** Styles and noise maps of the layers `first` to `last` (not included), by the names of their tensors. */
export function layerFeeds(
  { card }: GeneratorModel,
  [first, last]: readonly [number, number],
  { n, from, noise, style }: LayerDrive,
): Record<string, Tensor> {
  const feeds: Record<string, Tensor> = {};
  for (const [index, layer] of card.layers.entries()) {
    if (index < first || index >= last) continue;
    const given = style(layer);
    if (layer.style !== null && given) feeds[layer.style] = given;
    if (layer.noise !== null)
      feeds[layer.noise] = noiseMaps(noise, { index, resolution: layer.resolution, from, to: from + n });
  }
  return feeds;
}
