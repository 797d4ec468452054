/** The steps of a generation for a pair of networks (Wang et al. 2018, algorithm 1). */
import type { Mutation } from "../gan/evolution.ts";
import { type Adam, adamStep } from "./adam.ts";
import { type Architecture, pack, unpack, weightCount } from "./architecture.ts";
import { fakeLoss, mutationLosses, realLoss, sigmoid } from "./losses.ts";
import type { Arr, Arrays, Jax, Step } from "./trace.ts";

export interface Pair {
  readonly generator: Architecture;
  readonly discriminator: Architecture;
}

export interface Sizes {
  /** Samples that a step is taken on, and that children are judged on. */
  readonly batch: number;
  readonly evaluation: number;
}

/** Weights in one vector and the state of its Adam: inputs of these names. */
const stateOf = (count: number) => ({ weights: [count], m: [count], v: [count], first: [], second: [] });
const corrected = ["weights", "m", "v", "first", "second"] as const;
type State = Record<(typeof corrected)[number], Arr>;

const stateIn = (arrays: Arrays) =>
  Object.fromEntries(corrected.map((name) => [name, (arrays[name] as Arr).ref])) as State;

/** What the discriminator's new weights are called, since an output may not have an input's name. */
export const taughtPrefix = "taught.";

/**
 * Inputs: weights, m, v, first, second of the discriminator, real and fake [batch, ...sample]. Outputs: weights, m, v after
 * `taught.`, `sum` of the new weights, `loss` before the step, and for each layer normalised over the batch its statistics over real and
 * fake samples.
 */
export function discriminatorStep({ discriminator }: Pair, { batch }: Sizes, adam: Adam): Step {
  const samples = [batch, ...discriminator.input];
  const inputs = { ...stateOf(weightCount(discriminator)), real: samples, fake: samples };
  const make = (arrays: Arrays, jax: Jax): Arrays => {
    const loss = (weights: Arrays, real: Arr, fake: Arr) =>
      realLoss(jax, discriminator.forward(jax, jax.tree.ref(weights), real)).add(
        fakeLoss(jax, discriminator.forward(jax, weights, fake)),
      );
    const [real, fake] = [arrays["real"] as Arr, arrays["fake"] as Arr];
    const weights = unpack(discriminator, jax, (arrays["weights"] as Arr).ref);
    const [value, gradient] = differentiate(jax, loss)(jax.tree.ref(weights), real.ref, fake.ref);
    const taught = adamStep(jax, adam, stateIn(arrays), pack(discriminator, jax, gradient));
    return {
      ...Object.fromEntries(Object.entries(taught).map(([name, array]) => [`${taughtPrefix}${name}`, array])),
      ...statisticsOf(discriminator, jax, weights, [real, fake]),
      sum: jax.numpy.sum((taught["weights"] as Arr).ref),
      loss: value,
    };
  };
  return { name: "discriminator step", inputs, make };
}

/** `<layer>.mean` and `<layer>.variance`, each the mean over the batches. */
function statisticsOf(network: Architecture, jax: Jax, weights: Arrays, batches: readonly Arr[]): Arrays {
  const sums: Arrays = {};
  const add = (name: string, value: Arr) => {
    const share = value.mul(1 / batches.length);
    const before = sums[name];
    sums[name] = before ? before.add(share) : share;
  };
  if (network.batchNorms.length === 0) return sums;
  for (const batch of batches)
    network.forward(jax, jax.tree.ref(weights), batch, {
      statistics(name, mean, variance) {
        add(`${name}.mean`, mean);
        add(`${name}.variance`, variance);
      },
    });
  return sums;
}

/** Input: weights of the discriminator, real [evaluation, ...]. Output `gradient` of -E[ln D(x)], which all children share. */
export function realGradientStep({ discriminator }: Pair, { evaluation }: Sizes): Step {
  const inputs = { weights: [weightCount(discriminator)], real: [evaluation, ...discriminator.input] };
  const make = (arrays: Arrays, jax: Jax): Arrays => {
    const loss = (weights: Arrays, real: Arr) => realLoss(jax, discriminator.forward(jax, weights, real));
    const weights = unpack(discriminator, jax, arrays["weights"] as Arr);
    const [, gradient] = differentiate(jax, loss)(weights, arrays["real"] as Arr);
    return { gradient: pack(discriminator, jax, gradient) };
  };
  return { name: "gradient on real samples", inputs, make };
}

/** Names of what a child by this mutation gives. */
export function childOutput(mutation: Mutation, what: string): string {
  return `${mutation}.${what}`;
}

/**
 * Varies a parent by each mutation and judges the children. Inputs: weights, m, v, first, second of the parent; the discriminator's
 * weights as `judge` and its gradient on real samples as `gradient`; z [batch, latent] to vary on and `trial` [evaluation, latent] to
 * judge on. Outputs of each mutation: weights, m, v, `sum` of the weights, loss, `samples` [evaluation, ...], quality Fq = E[sigma(D(G z))], and `norm`,
 * the L2 norm of the gradient of D's loss over all its weights, of which Fd is the negative logarithm (section 3.3).
 */
export function childrenStep(
  pair: Pair,
  { batch, evaluation }: Sizes,
  adam: Adam,
  mutations: readonly Mutation[],
): Step {
  const { generator, discriminator } = pair;
  const judge = [weightCount(discriminator)];
  const latents = { z: [batch, ...generator.input], trial: [evaluation, ...generator.input] };
  const inputs = { ...stateOf(weightCount(generator)), judge, gradient: judge, ...latents };
  const make = (arrays: Arrays, jax: Jax): Arrays => {
    const made = mutations.map((mutation) => childOf(pair, adam, jax, arrays, mutation));
    return Object.assign({}, ...made) as Arrays;
  };
  return { name: "children", inputs, make };
}

function childOf(
  { generator, discriminator }: Pair,
  adam: Adam,
  jax: Jax,
  arrays: Arrays,
  mutation: Mutation,
): Arrays {
  const { numpy: np } = jax;
  const input = (name: string) => (arrays[name] as Arr).ref;
  const judge = () => unpack(discriminator, jax, input("judge"));
  const loss = (parent: Arrays, critic: Arrays, z: Arr) =>
    mutationLosses[mutation](jax, discriminator.forward(jax, critic, generator.forward(jax, parent, z)));
  const parent = unpack(generator, jax, input("weights"));
  const [value, gradient] = differentiate(jax, loss)(parent, judge(), input("z"));
  const child = adamStep(jax, adam, stateIn(arrays), pack(generator, jax, gradient));
  const samples = generator.forward(
    jax,
    unpack(generator, jax, (child["weights"] as Arr).ref),
    input("trial"),
  );
  const critical = (critic: Arrays, x: Arr) => fakeLoss(jax, discriminator.forward(jax, critic, x));
  const [, onFakes] = differentiate(jax, critical)(judge(), samples.ref);
  const whole = pack(discriminator, jax, onFakes).add(input("gradient"));
  const outputs = {
    ...child,
    sum: np.sum((child["weights"] as Arr).ref),
    samples,
    loss: value,
    quality: np.mean(sigmoid(jax, discriminator.forward(jax, judge(), samples.ref))),
    norm: np.sqrt(np.sum(np.square(whole))),
  };
  return Object.fromEntries(
    Object.entries(outputs).map(([what, array]) => [childOutput(mutation, what), array as Arr]),
  );
}

/** The value of a loss and its gradient with respect to the weights that come first. */
function differentiate<Rest extends readonly unknown[]>(
  jax: Jax,
  loss: (weights: Arrays, ...rest: Rest) => Arr,
): (weights: Arrays, ...rest: Rest) => [Arr, Arrays] {
  return jax.valueAndGrad(loss as never) as never;
}

/** What the maps of layer number `at` are called. */
export function featuresName(at: number): string {
  return `features_${at}`;
}

/**
 * Samples of free number through a network: each of its weights by name, statistics of layers normalised over the batch, and `input`
 * to `output`; on the way `features_0` and so on, the maps of its layers.
 */
export function forwardStep(name: string, network: Architecture): Step {
  const weights = network.parameters.map((parameter) => [parameter.name, parameter.shape]);
  const statistics = network.batchNorms.flatMap(({ name: layer, units }) => [
    [`${layer}.mean`, [units]],
    [`${layer}.variance`, [units]],
  ]);
  const inputs = {
    ...Object.fromEntries([...weights, ...statistics]),
    input: ["n" as const, ...network.input],
  };
  const make = ({ input, ...parts }: Arrays, jax: Jax): Arrays => {
    const seen: Arrays = {};
    const output = network.forward(jax, parts, input as Arr, {
      maps(at, maps) {
        seen[featuresName(at)] = maps;
      },
    });
    return { output, ...seen };
  };
  return { name, inputs, make };
}
