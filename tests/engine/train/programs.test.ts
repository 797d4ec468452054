import { describe, expect, it, vi } from "vitest";
import { type Mutation, mutations } from "../../../engine/gan/evolution.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";
import { correction } from "../../../engine/train/adam.ts";
import { type Architecture, pack, partsOf, unpack } from "../../../engine/train/architecture.ts";
import { mlp } from "../../../engine/train/mlp.ts";
import {
  childOutput,
  childrenStep,
  discriminatorStep,
  forwardStep,
  realGradientStep,
} from "../../../engine/train/programs.ts";
import { openJax, traceProgram } from "../../../engine/train/trace.ts";
import { expectClose, type Known } from "../../expectClose.ts";
import { wasm } from "../../nodes/workbench.ts";
import known from "./known/egan-fitness.json" with { type: "json" };

vi.setConfig({ testTimeout: 60_000 });

const common = { input: [2], width: 8, depth: 1, slope: 0, normalisation: "none", end: "linear" } as const;
const pair = {
  generator: mlp({ ...common, output: [2] }),
  discriminator: mlp({ ...common, output: [1] }),
};
const { learningRate: rate, beta1, beta2 } = known.adam;
const adam = { rate, beta1, beta2 };
const sizes = { batch: 16, evaluation: 24 };

type Parts = Readonly<Record<"hidden.weight" | "hidden.bias" | "output.weight" | "output.bias", Known>>;

/** PyTorch keeps [out, in]; here it is [in, out], and all lies in one vector. */
function vectorOf(parts: Parts): HostTensor {
  const turned = ({ shape: [out = 0, into = 0], data }: Known) =>
    Array.from({ length: into }, (_, i) =>
      Array.from({ length: out }, (_, o) => data[o * into + i] ?? 0),
    ).flat();
  const numbers = [
    ...turned(parts["hidden.weight"]),
    ...parts["hidden.bias"].data,
    ...turned(parts["output.weight"]),
    ...parts["output.bias"].data,
  ];
  return tensor([numbers.length], Float32Array.from(numbers));
}

const host = ({ shape, data }: Known) => tensor(shape, Float32Array.from(data));
const scalar = (value: number) => tensor([], Float32Array.of(value));

async function children() {
  const runtime = await wasm();
  const judge = vectorOf(known.discriminator);
  const real = await traceProgram(realGradientStep(pair, sizes));
  const { gradient } = await runtime.call(real, { weights: judge, real: host(known.x) }, ["gradient"]);
  const program = await traceProgram(childrenStep(pair, sizes, adam, mutations));
  const step = known.parentAdam.step + 1;
  const feeds = {
    weights: vectorOf(known.parent),
    m: vectorOf(known.parentAdam.m),
    v: vectorOf(known.parentAdam.v),
    first: scalar(correction(beta1, step)),
    second: scalar(correction(beta2, step)),
    judge,
    gradient: gradient as HostTensor,
    z: host(known.z),
    trial: host(known.evaluationZ),
  };
  const outputs = program.graph.graph.output.map(({ name }) => name);
  return (await runtime.call(program, feeds, outputs)) as Record<string, HostTensor>;
}

describe("the children of a generation", () => {
  const made = children();
  const of = async (mutation: Mutation, what: string) =>
    (await made)[childOutput(mutation, what)] as HostTensor;

  it.each(mutations)(
    "are varied by %s as PyTorch does it, with a copy of the parent's Adam state",
    async (mutation) => {
      const expected = known.children[mutation];
      expectClose(await of(mutation, "weights"), vectorOf(expected.child), 2e-6);
      expectClose(await of(mutation, "m"), vectorOf(expected.childAdam.m), 2e-6);
      expectClose(await of(mutation, "v"), vectorOf(expected.childAdam.v), 2e-6);
      expect((await of(mutation, "loss")).data[0]).toBeCloseTo(expected.loss, 5);
    },
  );

  it.each(mutations)(
    "by %s are judged by quality and by the norm of the discriminator's gradient",
    async (mutation) => {
      const { evaluation } = known.children[mutation];
      expectClose(await of(mutation, "samples"), evaluation.fakes, 5e-6);
      expect((await of(mutation, "quality")).data[0]).toBeCloseTo(evaluation.Fq, 5);
      const norm = (await of(mutation, "norm")).data[0] ?? 0;
      expect(norm).toBeCloseTo(evaluation.gradientNorm, 5);
      expect(-Math.log(norm)).toBeCloseTo(evaluation.Fd, 5);
    },
  );
});

describe("the networks of a generation", () => {
  /** The same loss by jax-js itself. */
  async function discriminatorLoss(network: Architecture, weights: Float32Array, real: Known, fake: Known) {
    const jax = await openJax();
    const { numpy: np } = jax;
    const logits = ({ shape, data }: Known) =>
      network.forward(jax, unpack(network, jax, np.array(weights)), np.array([...data]).reshape([...shape]));
    const [onReal, onFake] = [logits(real), logits(fake)];
    const loss = np.mean(np.log1p(np.exp(onReal.neg()))).add(np.mean(np.log1p(np.exp(onFake))));
    return (loss.dataSync() as Float32Array)[0] ?? Number.NaN;
  }

  it("take a discriminator's step on what jax-js itself finds as its loss, and lower it", async () => {
    const runtime = await wasm();
    const program = await traceProgram(discriminatorStep(pair, { ...sizes, batch: 16 }, adam));
    const real = { shape: [16, 2], data: known.x.data.slice(0, 32) };
    const zero = tensor([33], new Float32Array(33));
    let state = { weights: vectorOf(known.discriminator), m: zero, v: zero };
    const losses: number[] = [];
    for (let step = 1; step <= 20; step++) {
      const made = await runtime.call(
        program,
        {
          ...state,
          first: scalar(correction(beta1, step)),
          second: scalar(correction(beta2, step)),
          real: host(real),
          fake: host(known.fakes),
        },
        ["taught.weights", "taught.m", "taught.v", "loss"],
      );
      const of = (name: string) => made[name] as HostTensor;
      losses.push(of("loss").data[0] ?? Number.NaN);
      if (step < 20) state = { weights: of("taught.weights"), m: of("taught.m"), v: of("taught.v") };
    }
    expect(losses[0]).toBeCloseTo(
      await discriminatorLoss(
        pair.discriminator,
        vectorOf(known.discriminator).data as Float32Array,
        real,
        known.fakes,
      ),
      5,
    );
    expect(losses[19]).toBeLessThan((losses[0] ?? 0) - 0.1);
    expect(losses[19]).toBeCloseTo(
      await discriminatorLoss(pair.discriminator, state.weights.data as Float32Array, real, known.fakes),
      5,
    );
  });

  it("run on any number of samples", async () => {
    const runtime = await wasm();
    const program = await traceProgram(forwardStep("generator", pair.generator));
    const weights = partsOf(pair.generator, vectorOf(known.parent));
    const run = async (input: HostTensor) => {
      const { output } = await runtime.call(program, { ...weights, input }, ["output"]);
      return output as HostTensor;
    };
    expectClose(await run(host(known.z)), known.fakes, 5e-6);
    const first = tensor([1, 2], Float32Array.from(known.z.data.slice(0, 2)));
    expectClose(await run(first), { shape: [1, 2], data: known.fakes.data.slice(0, 2) }, 5e-6);
  });

  it("come out of one vector of weights and go back into it unchanged", async () => {
    const runtime = await wasm();
    const network = pair.generator;
    const program = await traceProgram({
      name: "there and back",
      inputs: { weights: [42] },
      make: ({ weights }, jax) => ({ weights2: pack(network, jax, unpack(network, jax, weights as never)) }),
    });
    const weights = vectorOf(known.parent);
    const { weights2 } = await runtime.call(program, { weights }, ["weights2"]);
    expect((weights2 as HostTensor).data).toEqual(weights.data);
  });
});
