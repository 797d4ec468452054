import type { Context } from "../../engine/context.ts";
import type { Evolving } from "../../engine/gan/evolution.ts";
import { defineNode, port } from "../../engine/node.ts";
import { generatorModel } from "../../engine/train/generatorModel.ts";
import { runEvolution } from "../../engine/train/runEvolution.ts";
import { trainingData } from "../../engine/train/trainingData.ts";
import { evolveParams, evolveSettings } from "./settings/evolveParams.ts";

export const evolve = defineNode({
  title: "Evolve",
  doc: "Trains a generator by evolution: every generation, children are varied from the parents by different losses, judged by quality and diversity against a discriminator, and the fittest survive. Wang et al. 2018 (E-GAN).",
  synonyms: ["train", "E-GAN", "evolutionary", "mutation", "fitness", "GAN", "learn", "adversarial"],
  icon: "dna",
  inputs: { data: port("dataset", "What is learned from: points, or pictures of 8, 16, 32 pixels") },
  params: evolveParams,
  outputs: {
    evolution: port("evolution", "How the run goes"),
    generator: port("generator", "The best survivor"),
  },
  heavy: true,
  async *compute({ data }, params, context) {
    const settings = evolveSettings(params);
    const samples = await trainingData(data, settings, context.runtime);
    const run = runEvolution(settings, samples, context);
    for (;;) {
      const { value, done } = await run.next();
      const outputs = outputsOf(value, context);
      if (done) return outputs;
      yield outputs;
    }
  },
});

/** The generator enters the library under one id for the whole run: what follows always finds its newest weights. */
function outputsOf(evolving: Evolving, { key, models }: Context) {
  const id = `evolved-${key.slice(0, 12)}`;
  models.place(generatorModel(evolving, { id, identity: `${key} ${evolving.generation}` }));
  return {
    evolution: { type: "evolution" as const, ...evolving, model: id },
    generator: { type: "generator" as const, model: id },
  };
}
