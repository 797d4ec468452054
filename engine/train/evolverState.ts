/** Where a run of evolution stands. */
import type { Child } from "../gan/evolution.ts";
import { type HostTensor, type Tensor, tensor } from "../tensor.ts";
import { initialWeights } from "./architecture.ts";
import type { Programs } from "./openPrograms.ts";
import type { EvolveSettings } from "./settings.ts";

/** Weights in one vector and the state of their Adam, after `step` steps. */
export interface Learner {
  readonly weights: Tensor;
  readonly m: Tensor;
  readonly v: Tensor;
  readonly step: number;
}

/** A generator that survived; `samples` are those that it was judged by, which the discriminator learns from next. */
export interface Parent extends Learner {
  readonly samples: HostTensor;
}

/** Where a run stands; everything else follows from it and the settings. */
export interface EvolverState {
  readonly generation: number;
  readonly parents: readonly Parent[];
  readonly discriminator: Learner;
  /** Of layers normalised over the batch, over lately seen batches. */
  readonly statistics: Readonly<Record<string, HostTensor>>;
  readonly children: readonly Child[];
}

/** What a program gave, under names that begin with `prefix`. */
export function learnerOf(made: Readonly<Record<string, Tensor>>, prefix: string, step: number): Learner {
  const of = (name: string) => made[`${prefix}${name}`] as Tensor;
  return { weights: of("weights"), m: of("m"), v: of("v"), step };
}

/** Generators that differ from the start where there are several. */
export function firstState(
  { seed, parents, initialisation }: EvolveSettings,
  { pair }: Programs,
): EvolverState {
  const { generator, discriminator } = pair;
  const learner = (weights: Float32Array): Learner => {
    const zero = () => tensor([weights.length], new Float32Array(weights.length));
    return { weights: tensor([weights.length], weights), m: zero(), v: zero(), step: 0 };
  };
  const none = tensor([0, ...generator.output], new Float32Array(0));
  return {
    generation: 0,
    parents: Array.from({ length: parents }, (_, member) => ({
      ...learner(initialWeights(generator, initialisation, [seed, "evolve:generator", member])),
      samples: none,
    })),
    discriminator: learner(initialWeights(discriminator, initialisation, [seed, "evolve:discriminator", 0])),
    statistics: Object.fromEntries(
      discriminator.batchNorms.flatMap(({ name, units }) => [
        [`${name}.mean`, tensor([units], new Float32Array(units))],
        [`${name}.variance`, tensor([units], new Float32Array(units).fill(1))],
      ]),
    ),
    children: [],
  };
}
