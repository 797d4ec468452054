/** E-GAN: a population of generators evolves against a discriminator (Wang et al. 2018, algorithm 1). */
import type { Runtime } from "../context.ts";
import type { Child, Course, Mutation } from "../gan/evolution.ts";
import type { HostTensor, Tensor } from "../tensor.ts";
import { slice, tensor } from "../tensor.ts";
import { correction } from "./adam.ts";
import { partsOf } from "./architecture.ts";
import { drawDistinct, drawLatents, drawSamples, takeSamples } from "./draws.ts";
import { type EvolverState, firstState, type Learner, learnerOf, type Parent } from "./evolverState.ts";
import { GrowingNumbers } from "./GrowingNumbers.ts";
import type { Programs } from "./openPrograms.ts";
import { childOutput, taughtPrefix } from "./programs.ts";
import { fitnessOf, fittest } from "./select.ts";
import type { EvolveSettings, TrainingData } from "./settings.ts";

/** How much of its statistics a generation replaces. */
const renewal = 0.1;
/** Samples of a child that are kept to be looked at. */
export const childSamples = { points: 128, images: 9 };

/** The numbers of a generation are no longer finite; the state before it stands. */
export class Diverged extends Error {}

export class Evolver {
  state: EvolverState;
  readonly settings: EvolveSettings;
  readonly #programs: Programs;
  readonly #runtime: Runtime;
  readonly #data: TrainingData;
  readonly #course = {
    discriminatorLoss: new GrowingNumbers(new Float32Array(0)),
    gradientNorm: new GrowingNumbers(new Float32Array(0)),
    quality: new GrowingNumbers(new Float32Array(0)),
    diversity: new GrowingNumbers(new Float32Array(0)),
    survivors: new GrowingNumbers(new Int16Array(0)),
  };

  constructor(
    settings: EvolveSettings,
    data: TrainingData,
    programs: Programs,
    runtime: Runtime,
    from: { readonly state: EvolverState; readonly course: Course } | null = null,
  ) {
    this.settings = settings;
    this.#data = data;
    this.#programs = programs;
    this.#runtime = runtime;
    this.state = from?.state ?? firstState(settings, programs);
    if (from) for (const name of courseNames) this.#course[name].push(from.course[name]);
  }

  get course(): Course {
    const { discriminatorLoss, gradientNorm, quality, diversity, survivors } = this.#course;
    return {
      discriminatorLoss: discriminatorLoss.all,
      gradientNorm: gradientNorm.all,
      quality: quality.all,
      diversity: diversity.all,
      survivors: survivors.all,
    };
  }

  /** True where children are chosen by fitness, so that it has to be known. */
  get judged(): boolean {
    const { selection, mutations } = this.settings;
    return selection === "fitness" && mutations.length > 1;
  }

  /** One generation. Throws Diverged, and is then as it was before. */
  async generation(): Promise<void> {
    const { parents, discriminator } = this.state;
    const taught = await this.#teach();
    const children = await this.#vary(taught.discriminator);
    const survivors = this.#choose(children);
    const all = [
      taught.loss,
      taught.sum,
      ...children.flatMap(({ child }) => [child.loss, ...(this.judged ? [child.fitness] : [])]),
      ...survivors.map((at) => (children[at] as Made).sum),
    ];
    if (!all.every(Number.isFinite)) {
      this.#release([taught.discriminator, ...children.map(({ parent }) => parent)]);
      throw new Diverged();
    }
    this.#release([
      discriminator,
      ...parents,
      ...children.flatMap(({ parent }, at) => (survivors.includes(at) ? [] : [parent])),
    ]);
    this.#record(taught.loss, children, survivors);
    this.state = {
      generation: this.state.generation + 1,
      parents: survivors.map((at) => (children[at] as Made).parent),
      discriminator: taught.discriminator,
      statistics: taught.statistics,
      children: children.map(({ child }, at) => ({ ...child, survives: survivors.includes(at) })),
    };
  }

  /** The discriminator's steps, on real samples and on those of the survivors. */
  async #teach() {
    const { settings, state } = this;
    const { seed, batch, discriminatorSteps } = settings;
    let { discriminator, statistics } = state;
    let [loss, sum] = [0, 0];
    for (let k = 0; k < discriminatorSteps; k++) {
      const at = state.generation * discriminatorSteps + k;
      const real = drawSamples(this.#data.samples, seed, "evolve:real", at, batch);
      const feeds = {
        real,
        fake: await this.#fakes(at, k),
        ...this.#stepping(discriminator, settings.discriminatorAdam),
      };
      const made = await this.#runtime.call(
        this.#programs.discriminator,
        feeds,
        this.#programs.discriminatorOutputs,
      );
      if (discriminator !== state.discriminator) this.#release([discriminator]);
      discriminator = learnerOf(made, taughtPrefix, discriminator.step + 1);
      statistics = await this.#renewed(statistics, made);
      loss = await this.#number(made["loss"]);
      sum = await this.#number(made["sum"]);
    }
    return { discriminator, statistics, loss, sum };
  }

  /** Samples that the survivors were judged by; before the first generation, new ones. */
  async #fakes(at: number, step: number): Promise<HostTensor> {
    const { parents } = this.state;
    const { batch } = this.settings;
    const parent = parents[at % parents.length] as Parent;
    if ((parent.samples.shape[0] ?? 0) > 0) return takeSamples(parent.samples, step * batch, batch);
    return this.sample(parent.weights, drawLatents(this.settings, "evolve:first", at, batch));
  }

  async #vary(discriminator: Learner): Promise<Made[]> {
    const { settings, state } = this;
    const { seed, batch, evaluation, mutations } = settings;
    const { generation } = state;
    const judge = discriminator.weights;
    const gradient = this.judged
      ? await this.#runtime.call(
          this.#programs.realGradient,
          {
            weights: judge,
            real: drawSamples(this.#data.samples, seed, "evolve:judge", generation, evaluation),
          },
          ["gradient"],
        )
      : {};
    const latents = {
      z: drawLatents(settings, "evolve:z", generation, batch),
      trial: drawLatents(settings, "evolve:trial", generation, evaluation),
    };
    const made: Made[] = [];
    for (const [number, parent] of state.parents.entries()) {
      const feeds = { judge, ...gradient, ...latents, ...this.#stepping(parent, settings.generatorAdam) };
      const outputs = await this.#runtime.call(
        this.#programs.children,
        feeds,
        this.#programs.childOutputs(this.judged),
      );
      for (const mutation of mutations)
        made.push(await this.#child(outputs, mutation, number, parent.step + 1));
    }
    for (const tensor of Object.values(gradient)) this.#runtime.release(tensor);
    return made;
  }

  async #child(
    outputs: Readonly<Record<string, Tensor>>,
    mutation: Mutation,
    parent: number,
    step: number,
  ): Promise<Made> {
    const of = (what: string) => outputs[childOutput(mutation, what)];
    const samples = await this.#take(of("samples") as Tensor);
    const quality = this.judged ? await this.#number(of("quality")) : Number.NaN;
    const norm = this.judged ? await this.#number(of("norm")) : Number.NaN;
    const shown = Math.min(
      samples.shape[0] ?? 0,
      childSamples[samples.shape.length > 2 ? "images" : "points"],
    );
    const child = {
      parent,
      mutation,
      loss: await this.#number(of("loss")),
      quality,
      ...fitnessOf(quality, norm, this.settings.gamma),
      samples: slice(samples, 0, shown),
    };
    const sum = await this.#number(of("sum"));
    return { child, norm, sum, parent: { ...learnerOf(outputs, `${mutation}.`, step), samples } };
  }

  #choose(children: readonly Made[]): number[] {
    const { parents, seed } = this.settings;
    if (this.judged)
      return fittest(
        children.map(({ child }) => child),
        parents,
      );
    return drawDistinct(seed, "evolve:pick", this.state.generation, children.length, parents);
  }

  #record(loss: number, children: readonly Made[], survivors: readonly number[]): void {
    this.#course.discriminatorLoss.push([loss]);
    this.#course.gradientNorm.push([children[survivors[0] ?? 0]?.norm ?? Number.NaN]);
    this.#course.quality.push(children.map(({ child }) => child.quality));
    this.#course.diversity.push(children.map(({ child }) => child.diversity));
    this.#course.survivors.push(survivors);
  }

  /** Samples of a generator with these weights, in host memory. */
  async sample(weights: Tensor, latents: HostTensor): Promise<HostTensor> {
    const parts = this.parts(await this.#runtime.read(weights));
    const { generator } = this.#programs;
    const made = await this.#runtime.call(generator, { ...parts, input: latents }, ["output"]);
    return this.#take(made["output"] as Tensor);
  }

  /** The weights of a generator by name. */
  parts(weights: HostTensor): Record<string, HostTensor> {
    return partsOf(this.#programs.pair.generator, weights);
  }

  /** In host memory. */
  read(value: Tensor): Promise<HostTensor> {
    return this.#runtime.read(value);
  }

  #stepping({ weights, m, v, step }: Learner, { beta1, beta2 }: { beta1: number; beta2: number }) {
    const number = (value: number) => tensor([], Float32Array.of(value));
    return {
      weights,
      m,
      v,
      first: number(correction(beta1, step + 1)),
      second: number(correction(beta2, step + 1)),
    };
  }

  async #renewed(before: EvolverState["statistics"], made: Readonly<Record<string, Tensor>>) {
    const renewed: Record<string, HostTensor> = {};
    for (const [name, old] of Object.entries(before)) {
      const { data } = await this.#take(made[name] as Tensor);
      renewed[name] = tensor(
        old.shape,
        Float32Array.from(old.data, (x, i) => x + renewal * ((data[i] ?? 0) - x)),
      );
    }
    return renewed;
  }

  /** The numbers of a tensor that nobody else needs. */
  async #take(value: Tensor): Promise<HostTensor> {
    const host = await this.#runtime.read(value);
    this.#runtime.release(value);
    return host;
  }

  async #number(value: Tensor | undefined): Promise<number> {
    return value ? ((await this.#take(value)).data[0] ?? Number.NaN) : Number.NaN;
  }

  #release(learners: readonly Learner[]): void {
    for (const { weights, m, v } of learners) for (const each of [weights, m, v]) this.#runtime.release(each);
  }
}

interface Made {
  readonly child: Omit<Child, "survives">;
  readonly norm: number;
  /** Of its weights: finite where all of them are. */
  readonly sum: number;
  readonly parent: Parent;
}

const courseNames = ["discriminatorLoss", "gradientNorm", "quality", "diversity", "survivors"] as const;
