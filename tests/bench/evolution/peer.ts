/**
 * The same generations as jax-js itself computes them, jitted on its wasm device. Weights stay where they are; of the children that
 * is read which Evolver reads. In a process of its own: once onnxruntime is loaded, that device fails in Node.
 */
import type { Mutation } from "../../../engine/gan/evolution.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";
import { type Adam, correction } from "../../../engine/train/adam.ts";
import { initialWeights } from "../../../engine/train/architecture.ts";
import { drawLatents, drawSamples, takeSamples } from "../../../engine/train/draws.ts";
import {
  childOutput,
  childrenStep,
  discriminatorStep,
  realGradientStep,
  taughtPrefix,
} from "../../../engine/train/programs.ts";
import { fitnessOf, fittest } from "../../../engine/train/select.ts";
import { networksFor } from "../../../engine/train/settings.ts";
import type { Arr, Arrays, Step } from "../../../engine/train/trace.ts";
import { data, settings } from "./ring.ts";
import { answer, nothingSpent, type Part, timePart } from "./timed.ts";

(globalThis as { navigator?: object }).navigator ??= {};
const jax = await import("@jax-js/jax");
await jax.init("wasm");
jax.defaultDevice("wasm");

const { seed, batch, evaluation, gamma, mutations, generatorAdam, discriminatorAdam } = settings;
const pair = networksFor(settings, [2]);
const teach = compiled("discriminator", discriminatorStep(pair, settings, discriminatorAdam));
const differentiate = compiled("realGradient", realGradientStep(pair, settings));
const vary = compiled("children", childrenStep(pair, settings, generatorAdam, mutations));
const spent = nothingSpent();

let at = 0;
let parent = firstState("generator");
let critic = firstState("discriminator");
let fakes: HostTensor = drawLatents(settings, "bench", 0, evaluation);
answer({}, spent, generation);

async function generation(): Promise<void> {
  const real = array(drawSamples(data.samples, seed, "evolve:real", at, batch));
  const fake = array(takeSamples(fakes, 0, batch));
  const taught = await teach({ ...critic, ...corrections(discriminatorAdam), real, fake }, ["loss", "sum"]);
  critic = stateOf(taught.arrays, taughtPrefix);
  const judged = array(drawSamples(data.samples, seed, "evolve:judge", at, evaluation));
  const { gradient } = (await differentiate({ weights: critic.weights.ref, real: judged }, [])).arrays;
  const inputs = {
    ...parent,
    ...corrections(generatorAdam),
    judge: critic.weights.ref,
    gradient: gradient as Arr,
    z: array(drawLatents(settings, "evolve:z", at, batch)),
    trial: array(drawLatents(settings, "evolve:trial", at, evaluation)),
  };
  select(await vary(inputs, mutations.flatMap(told)));
  at++;
}

/** Keeps the fittest child's state, and frees the others'. */
function select({ arrays, numbers }: Made): void {
  const number = (mutation: Mutation, what: string) =>
    numbers[childOutput(mutation, what)]?.[0] ?? Number.NaN;
  const [best = 0] = fittest(
    mutations.map((mutation) => fitnessOf(number(mutation, "quality"), number(mutation, "norm"), gamma)),
    1,
  );
  for (const [place, mutation] of mutations.entries()) {
    const state = stateOf(arrays, `${mutation}.`);
    if (place === best) {
      parent = state;
      fakes = tensor([evaluation, 2], numbers[childOutput(mutation, "samples")] as Float32Array);
    } else for (const each of Object.values(state)) each.dispose();
  }
}

/** What is read of a child. */
function told(mutation: Mutation): string[] {
  return ["loss", "sum", "samples", "quality", "norm"].map((what) => childOutput(mutation, what));
}

interface Made {
  readonly arrays: Arrays;
  readonly numbers: Readonly<Record<string, Float32Array>>;
}

/** Runs the step, which takes what it is given, and reads some of its outputs. */
function compiled(part: Part, { inputs, make }: Step) {
  const names = Object.keys(inputs);
  const jitted = jax.jit((...given: Arr[]) =>
    make(Object.fromEntries(names.map((name, place) => [name, given[place] as Arr])), jax),
  );
  return (given: Arrays, reads: readonly string[]): Promise<Made> =>
    timePart(spent, part, async () => {
      const arrays = jitted(...names.map((name) => given[name] as Arr)) as Arrays;
      const numbers: Record<string, Float32Array> = {};
      for (const name of reads) {
        numbers[name] = (await arrays[name]?.data()) as Float32Array;
        delete arrays[name];
      }
      return { arrays: await jax.blockUntilReady(arrays), numbers };
    });
}

type State = Record<"weights" | "m" | "v", Arr>;

function stateOf(arrays: Arrays, prefix: string): State {
  const of = (name: string) => arrays[`${prefix}${name}`] as Arr;
  return { weights: of("weights"), m: of("m"), v: of("v") };
}

function firstState(network: "generator" | "discriminator"): State {
  const weights = initialWeights(pair[network], "default", [seed, `evolve:${network}`, 0]);
  const vector = (numbers: Float32Array) => array(tensor([numbers.length], numbers));
  const zeros = () => vector(new Float32Array(weights.length));
  return { weights: vector(weights), m: zeros(), v: zeros() };
}

function corrections({ beta1, beta2 }: Adam): Arrays {
  const number = (value: number) => array(tensor([], Float32Array.of(value)));
  return { first: number(correction(beta1, at + 1)), second: number(correction(beta2, at + 1)) };
}

function array({ data: numbers, shape }: HostTensor): Arr {
  return jax.numpy.array(numbers as Float32Array<ArrayBuffer>).reshape([...shape]);
}
