/** Does an ONNX file hold what its card says? */
import type { Card, GeneratorCard, Layer, PointsCard, SegmenterCard } from "./card.ts";
import { Fault } from "./fault.ts";
import { type Extent, hasTensor, type ModelGraph, shapeOf } from "./onnx/model.ts";

const cure = "Correct the card, or take the file that it was made for.";

/** Compares the card with the tensors of the file, where their shapes are known. Throws Fault. */
export function checkCard(card: Card, graph: ModelGraph): void {
  if (card.kind === "generator") checkGenerator(card, graph);
  else if (card.kind === "segmenter") checkSegmenter(card, graph);
  else checkPoints(card, graph);
}

function checkPoints({ latent, points }: PointsCard, graph: ModelGraph): void {
  check(graph, "latent.tensor", latent.tensor, [null, latent.size]);
  check(graph, "points.output", points.output, [null, 2]);
}

/** A tensor that the card names at `path`, and the shape it expects there; null: not checked. */
function check(
  graph: ModelGraph,
  path: string,
  name: string | null | undefined,
  want: (Extent | null)[] | null,
): void {
  if (name === null || name === undefined) return;
  if (!hasTensor(graph, name)) throw new Fault(`${path}: the file has no tensor "${name}"`, { cure });
  const shape = shapeOf(graph, name);
  if (!shape || !want) return;
  if (!shape.every((extent, axis) => fits(extent, want[axis])) || !sameRank(shape, want))
    throw new Fault(`${path}: ${name} is [${shape.join(", ")}] in the file, the card says ${words(want)}`, {
      cure,
    });
}

/** Trailing extents of 1 do not count: a latent may be [n, 16, 1, 1]. */
function sameRank(shape: readonly Extent[], want: readonly unknown[]): boolean {
  return shape.length >= want.length && shape.slice(want.length).every((extent) => extent === 1);
}

function fits(extent: Extent, want: Extent | null | undefined): boolean {
  return typeof extent !== "number" || typeof want !== "number" || extent === want;
}

function words(want: readonly (Extent | null)[]): string {
  return `[${want.map((extent) => extent ?? "any").join(", ")}]`;
}

function checkGenerator(card: GeneratorCard, graph: ModelGraph): void {
  const { latent, mapping, style, layers, image } = card;
  checkBatch(graph, latent.tensor);
  check(graph, "latent.tensor", latent.tensor, [null, latent.size]);
  check(graph, "mapping.input", mapping?.input, [null, latent.size]);
  check(graph, "mapping.output", mapping?.output, [null, style?.size ?? null]);
  checkMean(card, graph);
  layers.forEach((layer, index) => {
    checkLayer(card, layer, `layers[${index}]`, graph);
  });
  check(graph, "image.input", image.input, null);
  check(graph, "image.output", image.output, [null, 3, null, null]);
  check(graph, "constant", card.constant, null);
}

function checkMean({ style }: GeneratorCard, graph: ModelGraph): void {
  if (!style?.mean) return;
  check(graph, "style.mean", style.mean, null);
  const shape = shapeOf(graph, style.mean);
  if (shape && shape.at(-1) !== style.size)
    throw new Fault(
      `style.mean: ${style.mean} is [${shape.join(", ")}] in the file, the card says [${style.size}]`,
      {
        cure,
      },
    );
}

function checkLayer(card: GeneratorCard, layer: Layer, path: string, graph: ModelGraph): void {
  const { resolution: r, units } = layer;
  check(graph, `${path}.input`, layer.input, null);
  check(graph, `${path}.latent`, layer.latent, [null, card.latent.size]);
  check(graph, `${path}.style`, layer.style, [null, card.style?.size ?? null]);
  check(graph, `${path}.noise`, layer.noise, [null, 1, r, r]);
  check(graph, `${path}.output`, layer.output, [null, units, r, r]);
}

function checkSegmenter(card: SegmenterCard, graph: ModelGraph): void {
  const { image, output, classes } = card;
  const [h, w] = image.size ?? [null, null];
  checkBatch(graph, image.tensor);
  check(graph, "image.tensor", image.tensor, image.layout === "NCHW" ? [null, 3, h, w] : [null, h, w, 3]);
  const shape =
    output.layout === "NCHW" ? [null, classes.length, null, null] : [null, null, null, classes.length];
  check(graph, "output.tensor", output.tensor, output.kind === "ids" ? null : shape);
}

/** A batch that is fixed at another number than 1 cannot be run: any count of samples has to be possible. */
function checkBatch(graph: ModelGraph, name: string): void {
  const batch = shapeOf(graph, name)?.[0];
  if (typeof batch === "number" && batch !== 1)
    throw new Fault(`${name}: the batch is fixed at ${batch} in the file`, {
      cure: "Export the model with a dynamic batch dimension, or with a batch of 1.",
    });
}
