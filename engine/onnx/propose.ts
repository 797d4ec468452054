/** A card for an ONNX file that has none, read off its graph for a person to confirm (contract, section 2). */
import type { Card, GeneratorCard, Layer, SegmenterCard } from "../card.ts";
import { Fault } from "../fault.ts";
import { layerTensors } from "./layerTensors.ts";
import { type Extent, inputNames, type ModelGraph, shapeOf } from "./model.ts";

/** The file's name and SHA-256. */
export interface FileIdentity {
  readonly name: string;
  readonly sha256: string;
}

/**
 * A generator where a latent vector goes in and pictures come out, a segmenter where pictures go in and maps come out.
 * Classes have no names in a file: they are called "class 0" and so on. Throws Fault where neither can be read off.
 */
export function proposeCard(graph: ModelGraph, file: FileIdentity): Card {
  const id = file.name.replace(/^.*[\\/]/, "").replace(/\.onnx$/i, "");
  const common = {
    format: "ganglion/model" as const,
    version: 1 as const,
    id,
    title: id,
    about: "",
    license: "",
    onnx: file.name,
    sha256: file.sha256,
  };
  const generator = proposeGenerator(graph);
  if (generator) return { ...common, ...generator };
  const segmenter = proposeSegmenter(graph);
  if (segmenter) return { ...common, ...segmenter };
  const list = (names: string[]) =>
    names.map((name) => `${name} [${shapeOf(graph, name)?.join(", ") ?? "?"}]`).join(", ");
  throw new Fault(
    `${file.name}: neither a generator nor a segmenter: it takes ${list(inputNames(graph))} and gives ${list(outputsOf(graph))}`,
    { cure: "Write a card that names its tensors." },
  );
}

type Common = "format" | "version" | "id" | "title" | "about" | "license" | "onnx" | "sha256";

function outputsOf(graph: ModelGraph): string[] {
  return graph.graph.output.map(({ name }) => name);
}

/** The one number of a latent [n, size] or [n, size, 1, 1]; null for another shape. */
function latentSize(shape: readonly Extent[] | null): number | null {
  const size = shape?.[1];
  const flat = shape && (shape.length === 2 || (shape.length === 4 && shape[2] === 1 && shape[3] === 1));
  return flat && typeof size === "number" ? size : null;
}

function isPicture(shape: readonly Extent[] | null): boolean {
  return shape?.length === 4 && shape[1] === 3;
}

function proposeGenerator(graph: ModelGraph): Omit<GeneratorCard, Common> | null {
  const latent = inputNames(graph).find((name) => latentSize(shapeOf(graph, name)) !== null);
  const image = outputsOf(graph).find((name) => isPicture(shapeOf(graph, name)));
  if (!latent || !image) return null;
  const { layers, style } = layerTensors(graph, latent, image);
  if (layers.length === 0) return null;
  const size = style ? latentSize(shapeOf(graph, style)) : null;
  const mean = size ? meanOf(graph, size) : null;
  return {
    kind: "generator",
    latent: { tensor: latent, size: latentSize(shapeOf(graph, latent)) as number },
    ...(style && style !== latent ? { mapping: { input: latent, output: style } } : {}),
    ...(size ? { style: { size, ...(mean ? { mean } : {}) } } : {}),
    layers: named(layers),
    image: { input: layers.at(-1)?.output ?? null, output: image, range: [-1, 1], channels: "RGB" },
    ranges: { coarse: [4, 8], middle: [16, 32], fine: [64, 1024] },
  };
}

/** "4x4 a", "4x4 b", "8x8 a": by resolution, then in order. */
function named(layers: readonly Omit<Layer, "name">[]): Layer[] {
  const seen = new Map<number, number>();
  return layers.map((layer) => {
    const index = seen.get(layer.resolution) ?? 0;
    seen.set(layer.resolution, index + 1);
    return {
      name: `${layer.resolution}x${layer.resolution} ${"abcdefghijklmnopqrstuvwxyz"[index] ?? index}`,
      ...layer,
    };
  });
}

/** Weights of the style's size that no node reads: a mean kept for truncation. */
function meanOf(graph: ModelGraph, size: number): string | null {
  const read = new Set(graph.graph.node.flatMap((node) => node.input));
  const fits = graph.graph.initializer.filter(({ dims }) => dims.length > 0 && Number(dims.at(-1)) === size);
  return fits.find(({ name, dims }) => dims.length === 1 && !read.has(name))?.name ?? null;
}

function proposeSegmenter(graph: ModelGraph): Omit<SegmenterCard, Common> | null {
  const image = inputNames(graph).find((name) => shapeOf(graph, name)?.length === 4);
  const [output] = outputsOf(graph);
  if (!image || !output) return null;
  const shape = shapeOf(graph, image) ?? [];
  const layout = shape[1] === 3 ? ("NCHW" as const) : shape[3] === 3 ? ("NHWC" as const) : null;
  const given = shapeOf(graph, output);
  if (!layout || !given || given.length < 3) return null;
  const classes = given.length === 4 ? given[layout === "NCHW" ? 1 : 3] : 1;
  const [h, w] = layout === "NCHW" ? shape.slice(2) : shape.slice(1, 3);
  return {
    kind: "segmenter",
    image: {
      tensor: image,
      size: typeof h === "number" && typeof w === "number" ? [h, w] : null,
      layout,
      range: [-1, 1],
    },
    output: { tensor: output, layout, kind: given.length === 4 && classes !== 1 ? "logits" : "ids" },
    classes: Array.from({ length: typeof classes === "number" ? classes : 1 }, (_, id) => `class ${id}`),
    ignore: [],
  };
}
