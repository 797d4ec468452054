/** A run of evolution from its beginning, or from where it was left, to its end: a value on the way as often as the pace asks. */
import { breathe } from "../breathe.ts";
import type { Context, Pace } from "../context.ts";
import type { Evolving } from "../gan/evolution.ts";
import { slice } from "../tensor.ts";
import { partsOf } from "./architecture.ts";
import { Diverged, Evolver } from "./Evolver.ts";
import type { Parent } from "./evolverState.ts";
import { History } from "./History.ts";
import { openPrograms, type Programs } from "./openPrograms.ts";
import { readRun, writeRun } from "./runFile.ts";
import type { EvolveSettings, TrainingData } from "./settings.ts";

/** Milliseconds between values on the way; `step` and `slow` give each generation. */
const between: Readonly<Record<Pace, number>> = { step: 0, slow: 0, live: 250, fast: 1000 };
/** A run that goes on is saved this often. */
const saveEvery = 5000;
/** Messages are let in, and progress is told, after so many milliseconds of work. */
const breathEvery = 16;
/** Generations whose mean time is told. */
const timed = 50;
const realShown = { points: 512, images: 16 };

export async function* runEvolution(
  settings: EvolveSettings,
  data: TrainingData,
  {
    runtime,
    checkpoint,
    pace,
    progress,
    signal,
  }: Pick<Context, "runtime" | "checkpoint" | "pace" | "progress" | "signal">,
): AsyncGenerator<Evolving, Evolving> {
  const programs = await openPrograms(settings, data.samples.shape.slice(1));
  const saved = await checkpoint?.load().then((bytes) => (bytes ? readRun(bytes) : null));
  const evolver = new Evolver(settings, data, programs, runtime, saved ?? null);
  const history = new History(settings, data, saved?.history ?? null);
  const clock = new Clock();
  let diverged: string | null = null;
  const describe = () => describeRun(evolver, history, data, programs, { ms: clock.ms, diverged });
  const save = async () => {
    if (checkpoint) await checkpoint.save(await writeRun(evolver, history));
    clock.saved();
  };
  await history.note(evolver);
  while (evolver.state.generation < settings.steps && !signal.aborted) {
    try {
      await clock.time(() => evolver.generation());
    } catch (error) {
      if (!(error instanceof Diverged)) throw error;
      diverged = divergedAt(evolver.state.generation);
      break;
    }
    const { generation } = evolver.state;
    await history.note(evolver, generation === settings.steps);
    if (clock.breath()) {
      progress(generation, settings.steps);
      await breathe();
    }
    const now = pace();
    if (generation === settings.steps || !clock.due(now)) continue;
    if (now === "step" || clock.sinceSaved() > saveEvery) await save();
    else checkpoint?.offer(() => writeRun(evolver, history));
    progress(generation, settings.steps);
    const described = await describe();
    try {
      yield described;
    } finally {
      checkpoint?.offer(null);
    }
    clock.yielded();
  }
  await history.note(evolver, true);
  await save();
  return describe();
}

function divergedAt(generation: number): string {
  return `Generation ${generation + 1} gave numbers that are not finite. The run stopped at generation ${generation}, the last good one. Lower the rates.`;
}

/** Times of a run, in milliseconds. */
class Clock {
  readonly #generations: number[] = [];
  #yielded = performance.now();
  #saved = performance.now();
  #breath = performance.now();

  get ms(): number {
    const last = this.#generations;
    return last.length === 0 ? 0 : last.reduce((a, b) => a + b, 0) / last.length;
  }

  async time(work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await work();
    this.#generations.push(performance.now() - start);
    if (this.#generations.length > timed) this.#generations.shift();
  }

  breath(): boolean {
    const due = performance.now() - this.#breath > breathEvery;
    if (due) this.#breath = performance.now();
    return due;
  }

  due(pace: Pace): boolean {
    return performance.now() - this.#yielded >= between[pace];
  }

  yielded(): void {
    this.#yielded = performance.now();
  }

  saved(): void {
    this.#saved = performance.now();
  }

  sinceSaved(): number {
    return performance.now() - this.#saved;
  }
}

async function describeRun(
  evolver: Evolver,
  { measured, snapshots }: History,
  { samples, modes }: TrainingData,
  { generator, judge, pair }: Programs,
  now: Pick<Evolving, "ms" | "diverged">,
): Promise<Evolving> {
  const { settings, state, course } = evolver;
  const { steps, seed, gamma, parents, mutations, selection, latent, distribution } = settings;
  const gives = samples.shape.length > 2 ? "images" : "points";
  const network = { input: "input", output: "output" };
  const best = await evolver.read((state.parents[0] as Parent).weights);
  const critic = await evolver.read(state.discriminator.weights);
  return {
    ...{ gives, generation: state.generation, steps, seed, gamma, parents, mutations, selection, ...now },
    children: state.children,
    course,
    measured: [...measured],
    snapshots: [...snapshots],
    real: slice(samples, 0, Math.min(samples.shape[0] ?? 0, realShown[gives])),
    modes,
    generator: { ...network, program: generator, weights: partsOf(pair.generator, best) },
    layers: pair.generator.layers,
    latent: { size: latent, distribution },
    discriminator: {
      ...network,
      program: judge,
      weights: { ...partsOf(pair.discriminator, critic), ...state.statistics },
    },
  };
}
