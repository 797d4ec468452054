import type { GeneratorCard, Layer } from "../../../engine/card.ts";
import type { Wire } from "../../../engine/document.ts";
import type { Collapse, Neighbours } from "../../../engine/expansion.ts";
import { rangeNames, rangeOf } from "../../../engine/gan/ranges.ts";
import { type Chain, chainThrough } from "./chainThrough.ts";
import { noiseProblem } from "./noiseProblem.ts";

type End = Wire["from"];

/** The synthesis that gives the same as the chain of layers through a node, or why there is none. */
export function collapseSynthesis(start: string, around: Neighbours): Collapse | string | null {
  const chain = chainThrough(start, around);
  if (chain === null || typeof chain === "string") return chain;
  const card = around.card(chain.generator);
  if (!card) return `The generator ${chain.generator} is not known here.`;
  if (chain.layers.length !== card.layers.length)
    return `This chain has ${chain.layers.length} of the ${card.layers.length} layers of ${card.id}.`;
  const inputs = inputsOf(chain, card, around);
  if (typeof inputs === "string") return inputs;
  const tap = tapOf(chain, card, around);
  if (typeof tap === "string") return tap;
  const problem = noiseProblem(new Map(Object.entries(inputs)), around.samples);
  if (problem !== null) return problem;
  return {
    nodes: [
      ...(chain.shared ? [] : [chain.constant]),
      ...chain.layers,
      ...(chain.toRGB ? [chain.toRGB] : []),
    ],
    params: tap.param === "" ? {} : { tap: tap.param },
    inputs,
    outputs: {
      ...(chain.toRGB && { image: [chain.toRGB, "image"] as const }),
      features: [tap.node, "features"],
    },
  };
}

/** One wire for each range, and one for the noise; a range that takes what the one before it takes needs none. */
function inputsOf(chain: Chain, card: GeneratorCard, around: Neighbours): Record<string, End> | string {
  const inputs: Record<string, End> = {};
  let before: End | undefined;
  for (const range of rangeNames) {
    const own = chain.layers.filter((_, index) => rangeOf(card, card.layers[index] as Layer) === range);
    const style = sameSource(own, "w", around);
    if (typeof style === "string") return `${style} A synthesis has one style for all ${range} layers.`;
    if (own.length > 0 && style === null)
      return `${around.name(own[0] ?? "")} has no style: wire one into w.`;
    if (style && String(style) !== String(before)) inputs[range] = style;
    before = style ?? before;
  }
  const noisy = chain.layers.filter((_, index) => card.layers[index]?.noise !== null);
  const noise = sameSource(noisy, "noise", around);
  if (typeof noise === "string") return `${noise} A synthesis has one noise for all layers.`;
  if (noise) inputs.noise = noise;
  return inputs;
}

/** What enters a port of all these layers; null where nothing does; a sentence where they differ. */
function sameSource(layers: readonly string[], port: string, around: Neighbours): End | null | string {
  const [first, ...rest] = layers;
  if (first === undefined) return null;
  const source = (id: string) => around.entering(id).get(port)?.from ?? null;
  const one = source(first);
  const other = rest.find((id) => String(source(id)) !== String(one));
  return other === undefined ? one : `${around.name(first)} and ${around.name(other)} differ in ${port}.`;
}

/** The one layer whose features go elsewhere, too: that is where a synthesis is tapped. */
function tapOf({ layers, toRGB }: Chain, card: GeneratorCard, around: Neighbours) {
  const out = layers.flatMap((id, index) => {
    const next = layers[index + 1] ?? toRGB;
    return around.leaving(id, "features").some(({ to }) => to[0] !== next) ? [index] : [];
  });
  const [tap = layers.length - 1, more] = out;
  if (more !== undefined)
    return `Features of ${around.name(layers[tap] ?? "")} and ${around.name(layers[more] ?? "")} go elsewhere: a synthesis has one tap.`;
  const last = tap === layers.length - 1;
  return { node: layers[tap] ?? "", param: last ? "" : (card.layers[tap]?.name ?? "") };
}
