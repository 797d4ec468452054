/** Tensors of a generator that look like the ends of its layers, found by what its operators do. */
import type { Layer } from "../card.ts";
import { inputNames, type ModelGraph, shapeOf } from "./model.ts";
import type { NodeProto } from "./onnx_pb.ts";
import { reach } from "./reach.ts";
import { structureOf } from "./structure.ts";

export interface LayerTensors {
  /** In order from the latent to the image. */
  readonly layers: readonly Omit<Layer, "name">[];
  /** The tensor [n, size] from which every layer takes its style; null for a traditional generator. */
  readonly style: string | null;
}

const convolutions = new Set(["Conv", "ConvTranspose"]);
const resizings = new Set(["Resize", "Upsample", "Pad", "DepthToSpace", "AveragePool", "Cast", "Identity"]);

/**
 * A layer ends at the maps [n, units, r, r] that the next convolution takes, before they are enlarged: what follows
 * then needs these maps and styles or noise, but nothing else that the layer read.
 */
export function layerTensors(graph: ModelGraph, latent: string, image: string): LayerTensors {
  const ends = layerEnds(graph, image);
  const parts = ends.map((end, index) => partBetween(graph, ends[index - 1], end));
  const shared = (name: string) => parts.filter((part) => part.has(name)).length > 1;
  const style = styleSource(graph, parts, latent, shared);
  const layers = ends.map((output, index): Omit<Layer, "name"> => {
    const shape = shapeOf(graph, output) as [unknown, number, number];
    const part = parts[index] as Set<string>;
    const own = style ? ownStyle(graph, part, style, shared) : null;
    return {
      resolution: shape[2],
      input: ends[index - 1] ?? null,
      latent: index === 0 && !own && part.has(latent) ? latent : null,
      style: own,
      noise: inputNames(graph).find((name) => name !== latent && part.has(name)) ?? null,
      output,
      units: shape[1],
    };
  });
  return { layers, style: layers.some((layer) => layer.style) ? style : null };
}

/** Maps that convolutions take, on the way to the image, each separating what comes after from the maps before. */
function layerEnds(graph: ModelGraph, image: string): string[] {
  const structure = structureOf(graph);
  const { nodes } = reach(structure, new Set(), [image]);
  const ends: string[] = [];
  for (const node of graph.graph.node) {
    if (!nodes.has(node) || !convolutions.has(node.opType)) continue;
    const end = beforeResizing(structure.producers, node.input[0] ?? "");
    if (isMap(graph, end) && !ends.includes(end)) ends.push(end);
  }
  return ends.filter((end, index) => {
    const after = reach(structure, new Set([end]), [image]).tensors;
    return ends.slice(0, index).every((before) => !after.has(before));
  });
}

function beforeResizing(producers: ReadonlyMap<string, NodeProto>, name: string): string {
  let at = name;
  for (let node = producers.get(at); node && resizings.has(node.opType); node = producers.get(at))
    at = node.input[0] ?? "";
  return at;
}

/** Square maps that a node gives; weights and latents [n, size, 1, 1] are none. */
function isMap(graph: ModelGraph, name: string): boolean {
  const [, units, h, w] = shapeOf(graph, name) ?? [];
  const made = structureOf(graph).producers.has(name);
  return made && typeof units === "number" && typeof h === "number" && h === w && h > 1;
}

function partBetween(graph: ModelGraph, before: string | undefined, end: string): Set<string> {
  const fed = new Set(before === undefined ? [] : [before]);
  return new Set(reach(structureOf(graph), fed, [end]).tensors);
}

/** The last vector that several layers read: w, or z where there is no mapping. */
function styleSource(
  graph: ModelGraph,
  parts: readonly ReadonlySet<string>[],
  latent: string,
  shared: (name: string) => boolean,
): string | null {
  const vectors = graph.graph.node
    .flatMap((node) => node.output)
    .filter((name) => parts[1]?.has(name) && shared(name) && shapeOf(graph, name)?.length === 2);
  return vectors.at(-1) ?? (shared(latent) ? latent : null);
}

/** The one vector by which the style enters this layer alone; where there are several, what they come from. */
function ownStyle(
  graph: ModelGraph,
  part: ReadonlySet<string>,
  style: string,
  shared: (name: string) => boolean,
): string | null {
  if (!part.has(style)) return null;
  const entrances = graph.graph.node.filter(
    (node) => node.input.includes(style) && node.output.some((name) => part.has(name) && !shared(name)),
  );
  const [only] = entrances;
  return entrances.length === 1 && only?.opType === "Identity" ? (only.output[0] ?? style) : style;
}
