import type { Program } from "../models.ts";
import {
  childOutput,
  childrenStep,
  discriminatorStep,
  forwardStep,
  type Pair,
  realGradientStep,
  taughtPrefix,
} from "./programs.ts";
import { type EvolveSettings, networksFor } from "./settings.ts";
import { traceProgram } from "./trace.ts";

/** The programs of a run. */
export interface Programs {
  readonly pair: Pair;
  readonly discriminator: Program;
  readonly discriminatorOutputs: readonly string[];
  readonly realGradient: Program;
  readonly children: Program;
  /** What is asked of the children; less where they are not judged. */
  childOutputs(judged: boolean): readonly string[];
  /** `weights` and `input` to `output`: of the generator, and of the discriminator. */
  readonly generator: Program;
  readonly judge: Program;
}

const opened = new Map<string, Promise<Programs>>();
const mostOpened = 16;

/** Traced once for settings that come to the same programs; the latest are kept. */
export function openPrograms(settings: EvolveSettings, sample: readonly number[]): Promise<Programs> {
  const { seed: _, gamma: __, steps: ___, parents: ____, selection: _____, ...rest } = settings;
  const key = JSON.stringify([rest, sample]);
  const found = opened.get(key) ?? tracePrograms(settings, sample);
  opened.delete(key);
  opened.set(key, found);
  found.catch(() => opened.delete(key));
  for (const old of opened.keys()) if (opened.size > mostOpened) opened.delete(old);
  return found;
}

async function tracePrograms(settings: EvolveSettings, sample: readonly number[]): Promise<Programs> {
  const { mutations, generatorAdam, discriminatorAdam } = settings;
  const pair = networksFor(settings, sample);
  const outputs = (judged: boolean) => [
    "weights",
    "m",
    "v",
    "sum",
    "loss",
    "samples",
    ...(judged ? ["quality", "norm"] : []),
  ];
  const statistics = pair.discriminator.batchNorms.flatMap(({ name }) => [
    `${name}.mean`,
    `${name}.variance`,
  ]);
  return {
    pair,
    discriminator: await traceProgram(discriminatorStep(pair, settings, discriminatorAdam)),
    discriminatorOutputs: [
      ...["weights", "m", "v"].map((name) => `${taughtPrefix}${name}`),
      "sum",
      "loss",
      ...statistics,
    ],
    realGradient: await traceProgram(realGradientStep(pair, settings)),
    children: await traceProgram(childrenStep(pair, settings, generatorAdam, mutations)),
    childOutputs: (judged) =>
      mutations.flatMap((mutation) => outputs(judged).map((what) => childOutput(mutation, what))),
    generator: await traceProgram(forwardStep("generator", pair.generator)),
    judge: await traceProgram(forwardStep("discriminator", pair.discriminator)),
  };
}
