import { type GeneratorCard, parseCard } from "../../engine/card.ts";
import type { ModelGraph } from "../../engine/onnx/model.ts";
import { gaussian } from "./arrays.ts";
import { OnnxWriter } from "./onnxWriter.ts";

const layer = (index: number, resolution: number, units: number) => ({
  name: `${resolution}x${resolution}`,
  resolution,
  input: index === 0 ? null : `features_${index - 1}`,
  latent: index === 0 ? "z" : null,
  output: `features_${index}`,
  units,
});

/** A DCGAN in small: z [n, 4, 1, 1], transposed convolutions to 4x4 and 8x8, pictures in 0..255 with blue first. */
export function traditionalGenerator(): { card: GeneratorCard; graph: ModelGraph } {
  const onnx = new OnnxWriter();
  const weights = (name: string, seed: number, ...shape: number[]) =>
    onnx.weights(name, shape, gaussian(seed, ...shape).data);
  const project = onnx.node("ConvTranspose", ["z", weights("project", 1, 4, 5, 4, 4)]);
  onnx.node("Relu", [project], {}, "features_0");
  const up = { strides: [2, 2], pads: [1, 1, 1, 1] };
  const grown = onnx.node("ConvTranspose", ["features_0", weights("grow", 2, 5, 3, 4, 4)], up);
  onnx.node("Relu", [grown], {}, "features_1");
  const squashed = onnx.node("Sigmoid", [onnx.node("Conv", ["features_1", weights("paint", 3, 3, 3, 1, 1)])]);
  onnx.node("Mul", [squashed, onnx.weights("white", [], [255])], {}, "image");
  const card = parseCard({
    format: "ganglion/model",
    version: 1,
    id: "dcgan",
    kind: "generator",
    onnx: "dcgan.onnx",
    sha256: "0".repeat(64),
    latent: { tensor: "z", size: 4 },
    layers: [layer(0, 4, 5), layer(1, 8, 3)],
    image: { input: "features_1", output: "image", range: [0, 255], channels: "BGR" },
  });
  return { card: card as GeneratorCard, graph: onnx.model({ z: ["n", 4, 1, 1] }, { image: ["n", 3, 8, 8] }) };
}
