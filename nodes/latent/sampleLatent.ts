import { drawLatents } from "../../engine/gan/drawLatents.ts";
import { generatorCard } from "../../engine/gan/generator.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const sampleLatent = defineNode({
  title: "Sample latent",
  doc: "Draws latents z [count, size] from the distribution of the generator: standard normal, or uniform in (-1, 1) for one that was evolved so. Sample 5 stays the same whatever the count. Karras et al. 2018, section 2.",
  synonyms: ["random", "seed", "z", "normal", "gaussian", "latent code"],
  icon: "dices",
  inputs: { evolved: optional("generator", "A generator that a node made, in place of one by name") },
  params: {
    generator: param.model(
      "generator",
      "scenes-stylegan",
      "The generator that the latents are for; it says their size.",
      "evolved",
    ),
    seed: param.seed("Another seed gives other latents."),
    count: param.integer(1, "How many latents to draw.", { min: 1 }),
  },
  outputs: { z: port("latent", "z [count, size]") },
  samples: (params) => params.count,
  map(inputs, { generator: named, seed }, context) {
    const generator = inputs.evolved?.model ?? named;
    const { latent } = generatorCard(context, generator);
    return { z: { type: "latent", generator, tensor: drawLatents(latent, seed, context.range) } };
  },
});
