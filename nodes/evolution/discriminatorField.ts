import { discriminatorLevels } from "../../engine/gan/discriminatorLevels.ts";
import { fitSquare } from "../../engine/gan/fitSquare.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";
import { tensor } from "../../engine/tensor.ts";
import { viridis } from "../../engine/viridis.ts";

export const discriminatorField = defineNode({
  title: "Discriminator field",
  doc: "What the discriminator says of every place of the plane: from 0, generated, to 1, real. Row 0 is the top. Goodfellow et al. 2014, figure 1; Wang et al. 2018 (E-GAN), section 3.",
  synonyms: ["heat map", "decision boundary", "landscape", "d(x)", "probability", "critic"],
  icon: "flame",
  inputs: { evolution: port("evolution", "A run over points") },
  params: {
    size: param.integer(128, "Places across and down.", { min: 8, max: 1024 }),
    extent: param.real(0, "Shows the square from -extent to extent; 0 fits the data.", { min: 0, step: 0.1 }),
  },
  outputs: {
    image: port("image", "[1, 3, size, size] in [-1, 1]: viridis, from 0 to 1"),
    field: port("mask", "[1, size, size]: the probability of being real, in [0, 1]"),
  },
  async compute({ evolution }, { size, extent }, { runtime }) {
    if (evolution.gives !== "points")
      throw new Fault("the field is drawn over the plane, and this run makes pictures", {
        port: "evolution",
        cure: "Wire a run over points.",
      });
    const square = fitSquare(extent, { points: evolution.real.data, modes: evolution.modes });
    const field = await discriminatorLevels(evolution.discriminator, square, size, runtime);
    return {
      image: { type: "image", tensor: tensor([1, 3, size, size], coloured(field)) },
      field: { type: "mask", tensor: tensor([1, size, size], field) },
    };
  },
});

/** Levels in 0..1 as three planes in -1..1. */
function coloured(field: Float32Array): Float32Array {
  const rgb = new Float32Array(3 * field.length);
  for (const [at, level] of field.entries())
    for (const [channel, byte] of viridis(level).entries())
      rgb[channel * field.length + at] = byte / 127.5 - 1;
  return rgb;
}
