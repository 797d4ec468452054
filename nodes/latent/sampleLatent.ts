import { generatorCard } from "../../engine/gan/generator.ts";
import { defineNode, param, port } from "../../engine/node.ts";
import { normals } from "../../engine/random.ts";
import { tensor } from "../../engine/tensor.ts";

export const sampleLatent = defineNode({
  title: "Sample latent",
  doc: "Draws latents z [count, size] from a standard normal distribution. Sample 5 stays the same whatever the count. Karras et al. 2018, section 2.",
  synonyms: ["random", "seed", "z", "normal", "gaussian", "latent code"],
  icon: "dices",
  inputs: {},
  params: {
    generator: param.model(
      "generator",
      "scenes-stylegan",
      "The generator that the latents are for; it says their size.",
    ),
    seed: param.seed("Another seed gives other latents."),
    count: param.integer(1, "How many latents to draw.", { min: 1 }),
  },
  outputs: { z: port("latent", "z [count, size]") },
  samples: (params) => params.count,
  map(_, { generator, seed }, context) {
    const { size } = generatorCard(context, generator).latent;
    const { from, to } = context.range;
    const data = new Float32Array((to - from) * size);
    for (let sample = from; sample < to; sample++)
      data.set(normals(seed, "latent", sample, size), (sample - from) * size);
    return { z: { type: "latent", generator, tensor: tensor([to - from, size], data) } };
  },
});
