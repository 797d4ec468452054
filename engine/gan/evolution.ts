/** What a run of evolution shows of itself (Wang et al. 2018, E-GAN). */
import type { Program } from "../models.ts";
import type { HostTensor } from "../tensor.ts";

/** The losses by which a child is varied from its parent (section 3.2). */
export const mutations = ["minimax", "heuristic", "leastSquares"] as const;
export type Mutation = (typeof mutations)[number];

/** Centres [k][2] of a mixture of k round Gaussians of deviation `sigma`. */
export interface Modes {
  readonly centres: readonly (readonly [number, number])[];
  readonly sigma: number;
}

/** A network whose weights are fed: a program that gives `output` from `input` and from weights by name. */
export interface Network {
  readonly program: Program;
  readonly input: string;
  readonly output: string;
  readonly weights: Readonly<Record<string, HostTensor>>;
}

/** One child of the last generation. */
export interface Child {
  /** Number of its parent, from 0. */
  readonly parent: number;
  readonly mutation: Mutation;
  /** The loss that it was varied by, before the step. */
  readonly loss: number;
  /** Fq, Fd, and F = Fq + gamma Fd; NaN where nothing is selected by fitness. */
  readonly quality: number;
  readonly diversity: number;
  readonly fitness: number;
  readonly survives: boolean;
  /** From the first of the evaluation latents: [k, 2] or [k, 3, h, w]. */
  readonly samples: HostTensor;
}

/** One number, or one a child or survivor, for each generation, oldest first. */
export interface Course {
  /** Length `generation`. */
  readonly discriminatorLoss: Float32Array;
  /** Norm of the gradient of D's loss with respect to its weights, with the best survivor's samples. */
  readonly gradientNorm: Float32Array;
  /** `generation` rows of `children` numbers; child c comes from parent floor(c / mutations) by mutation c mod mutations. */
  readonly quality: Float32Array;
  readonly diversity: Float32Array;
  /** `generation` rows of `parents` numbers: which children survived, best first. */
  readonly survivors: Int16Array;
}

/** How well the samples fit at some generation, where the modes are known. */
export interface Measured {
  readonly generation: number;
  readonly modes: number;
  /** Share within 4 sigma of a centre. */
  readonly highQuality: number;
}

/** A generation to look back at, or to go back to. */
export interface Snapshot {
  readonly generation: number;
  /** From fixed latents: [k, 2] or [k, 3, h, w]. */
  readonly samples: HostTensor;
  readonly measured: Measured | null;
  readonly weights: Network["weights"];
}

export interface Evolving {
  readonly gives: "points" | "images";
  readonly generation: number;
  /** Generations to run. */
  readonly steps: number;
  readonly seed: number;
  readonly gamma: number;
  readonly parents: number;
  readonly mutations: readonly Mutation[];
  /** How survivors are chosen; "random" and a single mutation are baselines. */
  readonly selection: "fitness" | "random";
  /** Mean milliseconds of the last generations. */
  readonly ms: number;
  /** Why it stopped before its end, at the last good generation; null where it did not. */
  readonly diverged: string | null;
  /** Of the last generation; empty before the first. */
  readonly children: readonly Child[];
  readonly course: Course;
  /** Oldest first. */
  readonly measured: readonly Measured[];
  /** A dozen at most, evenly spaced; the first is generation 0. */
  readonly snapshots: readonly Snapshot[];
  /** Some of the data: [k, 2] or [k, 3, h, w]. */
  readonly real: HostTensor;
  readonly modes: Modes | null;
  /** Of the generator, with the maps of each in `features_0` and so on: [n, units, resolution, resolution]. */
  readonly layers: readonly { readonly name: string; readonly resolution: number; readonly units: number }[];
  /** The best survivor: z [n, latent] to points [n, 2] or pictures [n, 3, h, w]. */
  readonly generator: Network;
  readonly latent: { readonly size: number; readonly distribution: "uniform" | "normal" };
  /** Samples to logits [n, 1]. */
  readonly discriminator: Network;
}
