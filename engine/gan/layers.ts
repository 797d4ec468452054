import type { GeneratorCard, Layer } from "../card.ts";
import { Fault } from "../fault.ts";

/** Where a layer stands in its generator, counted from 0. */
export interface Position {
  readonly layer: Layer;
  readonly index: number;
}

/** The layer at `index`. Throws RangeError where the card has fewer. */
export function layerAt(card: GeneratorCard, index: number): Position {
  const layer = card.layers[index];
  if (!layer) throw new RangeError(`${card.id} has no layer ${index}`);
  return { layer, index };
}

/** The last layer: the one whose features become a picture. */
export function lastLayer(card: GeneratorCard): Position {
  return layerAt(card, card.layers.length - 1);
}

/** The layer called `name`; "" is the last one. Throws Fault with the names there are. */
export function layerNamed(card: GeneratorCard, name: string, port: string): Position {
  if (name === "") return lastLayer(card);
  const index = card.layers.findIndex((layer) => layer.name === name);
  if (index < 0)
    throw new Fault(`${card.id} has no layer called "${name}"`, {
      port,
      cure: `Its layers are ${card.layers.map((layer) => layer.name).join(", ")}.`,
    });
  return layerAt(card, index);
}

/** The layer that continues features which left layer `name` (null: the constant input). Throws Fault after the last. */
export function layerAfter(card: GeneratorCard, name: string | null): Position {
  if (name === null) return layerAt(card, 0);
  const { index } = layerNamed(card, name, "features");
  if (index + 1 >= card.layers.length)
    throw new Fault(`${name} is the last layer of ${card.id}; no layer follows it`, {
      port: "features",
      cure: "Wire the features into toRGB, or take this layer away.",
    });
  return layerAt(card, index + 1);
}

/** The shape of n samples of what leaves a layer. */
export function featuresShape({ units, resolution }: Layer, n: number): number[] {
  return [n, units, resolution, resolution];
}
