import type { Context } from "../../engine/context.ts";
import { type Evolving, type Mutation, mutations } from "../../engine/gan/evolution.ts";
import { defineNode, Fault, type ParamsOf, param, port } from "../../engine/node.ts";
import { generatorModel } from "../../engine/train/generatorModel.ts";
import { normalisations } from "../../engine/train/normalise.ts";
import { runEvolution } from "../../engine/train/runEvolution.ts";
import type { EvolveSettings } from "../../engine/train/settings.ts";
import { trainingData } from "../../engine/train/trainingData.ts";

const rates = { min: 1e-6, max: 1, step: 1e-4 };
const beta = { min: 0, max: 0.9999, step: 0.1 };

const params = {
  mutations: param.choices(mutations, "The losses by which children are varied; one alone is a plain GAN."),
  selection: param.choice(
    ["fitness", "random"],
    "How survivors are chosen. Random is a baseline: children are not judged.",
  ),
  gamma: param.real(
    0.025,
    "Weight of diversity in fitness. The paper: 1 for points, 0.001 to 0.01 for pictures.",
    {
      min: 0,
      max: 10,
      step: 0.005,
    },
  ),
  parents: param.integer(1, "mu: how many survive each generation. The paper mostly has 1.", {
    min: 1,
    max: 16,
  }),
  discriminatorSteps: param.integer(
    1,
    "Steps of the discriminator in a generation. The paper: 1 for points, 3 for pictures.",
    {
      min: 1,
      max: 20,
    },
  ),
  batch: param.integer(64, "Samples in a step. The paper: 64 for points, 32 for pictures.", {
    min: 2,
    max: 1024,
  }),
  evaluation: param.integer(256, "Samples that children are judged on; the paper's number.", {
    min: 2,
    max: 4096,
  }),
  steps: param.integer(3000, "Generations. The paper: 100,000 for points.", { min: 1 }),
  seed: param.seed("Another seed gives other first weights, latents and batches."),
  network: param.choice(
    ["mlp", "dcgan"],
    "Dense layers, for points and small pictures; or convolutions, for pictures.",
  ),
  width: param.integer(128, "Units of a dense layer, or at 4x4 of a convolutional network. The paper: 512.", {
    min: 4,
    max: 1024,
  }),
  depth: param.integer(3, "Hidden layers of the dense network; the paper's number.", { min: 1, max: 8 }),
  latent: param.integer(2, "Numbers of a latent. The paper: 2 for points, 100 for pictures.", {
    min: 1,
    max: 512,
  }),
  distribution: param.choice(
    ["uniform", "normal"],
    "How latents are drawn: uniform in (-1, 1) as in the paper, or normal.",
  ),
  normalisation: param.choice(normalisations, "In the discriminator. The paper: batch."),
  initialisation: param.choice(
    ["default", "paper"],
    "First weights: within 1 / sqrt(inputs), or N(0, 0.02) as in the paper, which begins slowly.",
  ),
  generatorRate: param.real(
    1e-3,
    "Learning rate of children. The paper: 0.0001 for points, 0.0002 for pictures.",
    rates,
  ),
  discriminatorRate: param.real(1e-3, "Learning rate of the discriminator.", rates),
  beta1: param.real(0.5, "Adam's beta1 of children; the paper's number.", beta),
  discriminatorBeta1: param.real(
    0.5,
    "Adam's beta1 of the discriminator. The paper: 0 for points, 0.5 for pictures.",
    beta,
  ),
  beta2: param.real(0.999, "Adam's beta2 of both.", beta),
};

export const evolve = defineNode({
  title: "Evolve",
  doc: "Trains a generator by evolution: every generation, children are varied from the parents by different losses, judged by quality and diversity against a discriminator, and the fittest survive. Wang et al. 2018 (E-GAN).",
  synonyms: [
    "train",
    "E-GAN",
    "evolutionary",
    "mutation",
    "fitness",
    "GAN",
    "learn",
    "adversarial",
    "discriminator",
  ],
  icon: "dna",
  inputs: { data: port("dataset", "What is learned from: points, or pictures of 4, 8, 16, 32 ... pixels") },
  params,
  outputs: {
    evolution: port("evolution", "How the run goes"),
    generator: port("generator", "The best survivor"),
  },
  heavy: true,
  async *compute({ data }, chosen, context) {
    const settings = settingsOf(chosen);
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

function settingsOf(chosen: ParamsOf<typeof params>): EvolveSettings {
  const { generatorRate, discriminatorRate, beta1, discriminatorBeta1, beta2, ...rest } = chosen;
  const names = chosen.mutations
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0)
    throw new Fault("no mutation is chosen", {
      port: "mutations",
      cure: `Choose some of ${mutations.join(", ")}.`,
    });
  return {
    ...rest,
    mutations: mutations.filter((mutation) => names.includes(mutation)) as Mutation[],
    generatorAdam: { rate: generatorRate, beta1, beta2 },
    discriminatorAdam: { rate: discriminatorRate, beta1: discriminatorBeta1, beta2 },
  };
}

/** The generator enters the library under one id for the whole run: what follows always finds its newest weights. */
function outputsOf(evolving: Evolving, { key, models }: Context) {
  const id = `evolved-${key.slice(0, 12)}`;
  models.place(generatorModel(evolving, { id, identity: `${key} ${evolving.generation}` }));
  return {
    evolution: { type: "evolution" as const, ...evolving },
    generator: { type: "generator" as const, model: id },
  };
}
