/** What a run of evolution can be told; docs name what Wang et al. 2018 use. */
import { type Mutation, mutations } from "../../../engine/gan/evolution.ts";
import { Fault, type ParamsOf, param } from "../../../engine/node.ts";
import { normalisations } from "../../../engine/train/normalise.ts";
import type { EvolveSettings } from "../../../engine/train/settings.ts";

const { rare } = param;
const rate = { min: 1e-6, max: 1, step: 1e-4 };
const beta = { min: 0, max: 0.9999, step: 0.1 };

export const evolveParams = {
  mutations: param.choices(
    mutations,
    "The losses by which children are varied; one alone makes a plain GAN.",
  ),
  selection: param.choice(
    ["fitness", "random"],
    "How survivors are chosen. Random is a baseline: children are not judged.",
  ),
  gamma: param.real(
    0.025,
    "Weight of diversity in fitness. The paper: 1 for points, 0.001 to 0.01 for pictures.",
    { min: 0, max: 10, step: 0.005 },
  ),
  parents: param.integer(1, "mu, how many survive a generation. The paper: mostly 1.", { min: 1, max: 16 }),
  steps: param.integer(2000, "Generations. The paper: 100,000 for points.", { min: 1 }),
  seed: param.seed("Another seed gives other first weights, latents and batches."),
  network: param.choice(
    ["mlp", "dcgan"],
    "Dense layers, for points and small pictures; or convolutions, for pictures.",
  ),
  discriminatorSteps: rare(
    param.integer(1, "Of the discriminator, in a generation. The paper: 1 for points, 3 for pictures.", {
      min: 1,
      max: 20,
    }),
  ),
  batch: rare(
    param.integer(64, "Samples in a step. The paper: 64 for points, 32 for pictures.", { min: 2, max: 1024 }),
  ),
  evaluation: rare(
    param.integer(256, "Samples that children are judged on. The paper: 256.", { min: 2, max: 4096 }),
  ),
  width: rare(
    param.integer(128, "Units of a dense layer, or at 4x4 of a convolutional network. The paper: 512.", {
      min: 4,
      max: 1024,
    }),
  ),
  depth: rare(param.integer(3, "Hidden layers of the dense network. The paper: 3.", { min: 1, max: 8 })),
  latent: rare(
    param.integer(2, "Numbers of a latent. The paper: 2 for points, 100 for pictures.", { min: 1, max: 512 }),
  ),
  distribution: rare(
    param.choice(
      ["uniform", "normal"],
      "How latents are drawn: uniform in (-1, 1), or normal. The paper: uniform.",
    ),
  ),
  normalisation: rare(param.choice(normalisations, "In the discriminator. The paper: batch.")),
  initialisation: rare(
    param.choice(
      ["default", "paper"],
      "First weights: uniform within 1 / sqrt(inputs); or N(0, 0.02) as in the paper, which begins slowly.",
    ),
  ),
  generatorRate: rare(
    param.real(5e-4, "Learning rate of children. The paper: 0.0001 for points, 0.0002 for pictures.", rate),
  ),
  discriminatorRate: rare(
    param.real(1e-3, "Learning rate of the discriminator. The paper: that of the children.", rate),
  ),
  beta1: rare(param.real(0.5, "Adam's beta1 of children. The paper: 0.5.", beta)),
  discriminatorBeta1: rare(
    param.real(0, "Adam's beta1 of the discriminator. The paper: 0 for points, 0.5 for pictures.", beta),
  ),
  beta2: rare(param.real(0.999, "Adam's beta2 of both. The paper: 0.999.", beta)),
};

/** Throws Fault where no mutation is chosen. */
export function evolveSettings(chosen: ParamsOf<typeof evolveParams>): EvolveSettings {
  const { generatorRate, discriminatorRate, beta1, discriminatorBeta1, beta2, ...rest } = chosen;
  const names = chosen.mutations.split(",").map((name) => name.trim());
  const known: readonly Mutation[] = mutations.filter((mutation) => names.includes(mutation));
  if (known.length === 0)
    throw new Fault("no mutation is chosen", {
      port: "mutations",
      cure: `Choose one or more of ${mutations.join(", ")}.`,
    });
  return {
    ...rest,
    mutations: known,
    generatorAdam: { rate: generatorRate, beta1, beta2 },
    discriminatorAdam: { rate: discriminatorRate, beta1: discriminatorBeta1, beta2 },
  };
}
