import { type GeneratorCard, type Layer, parseCard } from "../../engine/card.ts";
import type { ModelGraph } from "../../engine/onnx/model.ts";
import type { Known } from "../expectClose.ts";
import { int, OnnxWriter } from "./onnxWriter.ts";

/** The weights of one layer, as trained: the factors of equalised learning rates are applied here. */
export interface LayerWeights {
  readonly name: string;
  readonly constant?: Known;
  readonly weight?: Known;
  readonly upsample?: boolean;
  readonly bias: Known;
  readonly noiseWeight: Known;
  readonly styleWeight: Known;
  readonly styleBias: Known;
}

export interface TinyGenerator {
  readonly id: string;
  readonly mapping?: {
    readonly layers: readonly { weight: Known; bias: Known }[];
    gain: number;
    lrmul: number;
  };
  readonly mean?: Known;
  readonly layers: readonly LayerWeights[];
  readonly toRGB: { readonly weight: Known; readonly bias: Known };
}

const scaled = ({ data }: Known, factor: number) => data.map((value) => value * factor);
const fanIn = ({ shape }: Known) => shape.slice(1).reduce((product, extent) => product * extent, 1);

/** Pixel norm, then dense layers with leaky ReLU: z to w. Without layers w is z. */
function writeMapping(onnx: OnnxWriter, { mapping }: TinyGenerator): void {
  if (!mapping) {
    onnx.node("Identity", ["z"], {}, "w");
    return;
  }
  const mean = onnx.node("ReduceMean", [onnx.node("Mul", ["z", "z"])], { axes: [1], keepdims: int(1) });
  const shifted = onnx.node("Add", [mean, onnx.weights("pixelEpsilon", [], [1e-8])]);
  let x = onnx.node("Div", ["z", onnx.node("Sqrt", [shifted])]);
  for (const [index, { weight, bias }] of mapping.layers.entries()) {
    const factor = (mapping.gain / Math.sqrt(fanIn(weight))) * mapping.lrmul;
    const w = onnx.weights(`dense${index}.weight`, weight.shape, scaled(weight, factor));
    const b = onnx.weights(`dense${index}.bias`, bias.shape, scaled(bias, mapping.lrmul));
    const last = index === mapping.layers.length - 1;
    const dense = onnx.node("Gemm", [x, w, b], { transB: int(1) });
    x = onnx.node("LeakyRelu", [dense], { alpha: 0.2 }, last ? "w" : undefined);
  }
}

/** Nearest x2 where it upsamples, then the 3x3 convolution, then after an upsampling the blur. */
function writeConvolution(onnx: OnnxWriter, layer: LayerWeights, input: string): string {
  const { name, weight, upsample } = layer;
  if (!weight) return input;
  const [units = 0] = weight.shape;
  const scales = onnx.weights(`${name}.scales`, [4], [1, 1, 2, 2]);
  const nearest = { mode: "nearest", coordinate_transformation_mode: "asymmetric", nearest_mode: "floor" };
  const large = upsample ? onnx.node("Resize", [input, "", scales], nearest) : input;
  const kernel = onnx.weights(
    `${name}.weight`,
    weight.shape,
    scaled(weight, Math.SQRT2 / Math.sqrt(fanIn(weight))),
  );
  const convolved = onnx.node("Conv", [large, kernel], { pads: [1, 1, 1, 1] });
  if (!upsample) return convolved;
  const once = [1, 2, 1].flatMap((a) => [1, 2, 1].map((b) => (a * b) / 16));
  const blur = onnx.weights(
    `${name}.blur`,
    [units, 1, 3, 3],
    Array.from({ length: units }, () => once).flat(),
  );
  return onnx.node("Conv", [convolved, blur], { pads: [1, 1, 1, 1], group: int(units) });
}

/** Noise, bias, leaky ReLU, instance norm with epsilon 1e-8, style. */
function writeEpilogue(onnx: OnnxWriter, layer: LayerWeights, index: number, input: string): void {
  const { name, bias, noiseWeight, styleWeight, styleBias } = layer;
  const units = bias.data.length;
  const perUnit = (part: string, data: readonly number[]) =>
    onnx.weights(`${name}.${part}`, [1, units, 1, 1], data);
  const noise = onnx.node("Mul", [`noise_${index}`, perUnit("noiseWeight", noiseWeight.data)]);
  const noisy = onnx.node("Add", [onnx.node("Add", [input, noise]), perUnit("bias", bias.data)]);
  const active = onnx.node("LeakyRelu", [noisy], { alpha: 0.2 });
  const ones = onnx.weights(`${name}.ones`, [units], new Array(units).fill(1));
  const zeros = onnx.weights(`${name}.zeros`, [units], new Array(units).fill(0));
  const normal = onnx.node("InstanceNormalization", [active, ones, zeros], { epsilon: 1e-8 });
  const size = fanIn(styleWeight);
  const rows = scaled(styleWeight, 1 / Math.sqrt(size));
  const axes = onnx.weights(`${name}.axes`, [2], [2, 3], true);
  onnx.node("Identity", ["w"], {}, `style_${index}`);
  const half = (part: string, from: number, shift: number) => {
    const weight = onnx.weights(
      `${name}.${part}`,
      [units, size],
      rows.slice(from * size, (from + units) * size),
    );
    const offset = styleBias.data.slice(from, from + units).map((value) => value + shift);
    const offsets = onnx.weights(`${name}.${part}.bias`, [units], offset);
    const gemm = onnx.node("Gemm", [`style_${index}`, weight, offsets], { transB: int(1) });
    return onnx.node("Unsqueeze", [gemm, axes]);
  };
  const modulated = onnx.node("Mul", [normal, half("scale", 0, 1)]);
  onnx.node("Add", [modulated, half("shift", units, 0)], {}, `features_${index}`);
}

/** A whole style-based generator as ONNX, with its card, from weights as the published code stores them. */
export function tinyGenerator(weights: TinyGenerator): { card: GeneratorCard; graph: ModelGraph } {
  const onnx = new OnnxWriter();
  writeMapping(onnx, weights);
  if (weights.mean) onnx.weights("w_avg", weights.mean.shape, weights.mean.data);
  const layers: Layer[] = [];
  let resolution = 0;
  for (const [index, layer] of weights.layers.entries()) {
    if (layer.constant) onnx.weights("constant", layer.constant.shape, layer.constant.data);
    resolution = layer.constant?.shape[2] ?? (layer.upsample ? resolution * 2 : resolution);
    const input = layer.constant ? "constant" : `features_${index - 1}`;
    writeEpilogue(onnx, layer, index, writeConvolution(onnx, layer, input));
    const names = { style: `style_${index}`, noise: `noise_${index}`, output: `features_${index}` };
    const entrance = { input: layer.constant ? null : input, latent: null };
    layers.push({ name: layer.name, resolution, ...entrance, ...names, units: layer.bias.data.length });
  }
  writeToRGB(onnx, weights.toRGB, layers.length - 1);
  const size = fanIn(weights.layers[0]?.styleWeight ?? { shape: [], data: [] });
  const latent = weights.mapping ? fanIn(weights.mapping.layers[0]?.weight ?? { shape: [], data: [] }) : size;
  const noises = layers.map(({ noise, resolution: r }) => [noise, ["n", 1, r, r]] as const);
  const graph = onnx.model(
    { z: ["n", latent], ...Object.fromEntries(noises) },
    { image: ["n", 3, resolution, resolution] },
  );
  return { card: cardOf(weights, layers, latent, size), graph };
}

function writeToRGB(onnx: OnnxWriter, { weight, bias }: TinyGenerator["toRGB"], last: number): void {
  const kernel = onnx.weights("toRGB.weight", weight.shape, scaled(weight, 1 / Math.sqrt(fanIn(weight))));
  const offset = onnx.weights("toRGB.bias", bias.shape, bias.data);
  onnx.node("Conv", [`features_${last}`, kernel, offset], {}, "image");
}

function cardOf({ id, mean }: TinyGenerator, layers: Layer[], latent: number, size: number): GeneratorCard {
  return parseCard({
    format: "ganglion/model",
    version: 1,
    id,
    kind: "generator",
    onnx: `${id}.onnx`,
    sha256: "0".repeat(64),
    latent: { tensor: "z", size: latent },
    mapping: { input: "z", output: "w" },
    style: { size, ...(mean && { mean: "w_avg" }) },
    layers,
    image: { input: layers.at(-1)?.output ?? null, output: "image" },
  }) as GeneratorCard;
}
