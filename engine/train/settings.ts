/** All that decides a run of evolution. */
import type { Modes, Mutation } from "../gan/evolution.ts";
import type { HostTensor } from "../tensor.ts";
import type { Adam } from "./adam.ts";
import type { Initialisation } from "./architecture.ts";
import { dcganDiscriminator, dcganGenerator } from "./dcgan.ts";
import { mlp } from "./mlp.ts";
import type { Normalisation } from "./normalise.ts";
import type { Pair } from "./programs.ts";

export interface EvolveSettings {
  readonly seed: number;
  readonly mutations: readonly Mutation[];
  readonly selection: "fitness" | "random";
  readonly gamma: number;
  readonly parents: number;
  readonly discriminatorSteps: number;
  readonly batch: number;
  readonly evaluation: number;
  /** Generations. */
  readonly steps: number;
  readonly generatorAdam: Adam;
  readonly discriminatorAdam: Adam;
  readonly network: "mlp" | "dcgan";
  /** Numbers of a latent, uniform in (-1, 1) or standard normal. */
  readonly latent: number;
  readonly distribution: "uniform" | "normal";
  readonly width: number;
  /** Hidden layers of an MLP. */
  readonly depth: number;
  readonly normalisation: Normalisation;
  readonly initialisation: Initialisation;
}

/** What is learned from: [n, 2] or [n, 3, size, size]. */
export interface TrainingData {
  readonly samples: HostTensor;
  readonly modes: Modes | null;
}

/** The two networks for samples of this shape, without the axis of samples. */
export function networksFor(settings: EvolveSettings, sample: readonly number[]): Pair {
  const { network, latent, width, depth, normalisation } = settings;
  const pictures = sample.length > 1;
  if (network === "dcgan") {
    const size = sample[1] as number;
    return {
      generator: dcganGenerator({ size, latent, width }),
      discriminator: dcganDiscriminator({ size, width }, normalisation),
    };
  }
  return {
    generator: mlp({
      input: [latent],
      output: sample,
      width,
      depth,
      slope: 0,
      normalisation: "none",
      end: pictures ? "tanh" : "linear",
    }),
    discriminator: mlp({
      input: sample,
      output: [1],
      width,
      depth,
      slope: pictures ? 0.2 : 0,
      normalisation,
      end: "linear",
    }),
  };
}
