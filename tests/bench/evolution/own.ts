/** Generations on wasm. */
import type { Feeds, Runtime } from "../../../engine/context.ts";
import { evolutionPreview } from "../../../engine/evolutionPreview.ts";
import type { Program } from "../../../engine/models.ts";
import { createRuntime } from "../../../engine/onnx/runtime.ts";
import { Evolver } from "../../../engine/train/Evolver.ts";
import { openPrograms, type Programs } from "../../../engine/train/openPrograms.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import { openJax } from "../../../engine/train/trace.ts";
import { median, rounded } from "../figure.ts";
import { data, settings } from "./ring.ts";
import { answer, nothingSpent, type Part, type Spent, timePart } from "./timed.ts";

const runtime = await createRuntime({ backend: "wasm", threads: 1 });
await openJax();
const began = performance.now();
const programs = await openPrograms(settings, [2]);
const traceMs = rounded(performance.now() - began);
const spent = nothingSpent();
const evolver = new Evolver(settings, data, programs, watched(runtime, programs, spent));
answer({ traceMs, previewMs: await previews() }, spent, () => evolver.generation());

/** The same runtime, which adds up how long each program and all readings take. */
function watched(real: Runtime, { discriminator, realGradient, children }: Programs, sums: Spent): Runtime {
  const parts = new Map<Program, Part>([
    [discriminator, "discriminator"],
    [realGradient, "realGradient"],
    [children, "children"],
  ]);
  return {
    ...real,
    call: (program: Program, feeds: Feeds, outputs: readonly string[]) =>
      timePart(sums, parts.get(program), () => real.call(program, feeds, outputs)),
    read: (value) => timePart(sums, "read", () => real.read(value)),
  };
}

/** Milliseconds that it takes to make what is shown of a run on its way. */
async function previews(): Promise<number> {
  const signal = new AbortController().signal;
  const around = { runtime, checkpoint: null, pace: () => "slow" as const, progress: () => {}, signal };
  const taken: number[] = [];
  for await (const value of runEvolution({ ...settings, steps: 40 }, data, around)) {
    const start = performance.now();
    await evolutionPreview({ type: "evolution", model: "bench", ...value }, runtime);
    taken.push(performance.now() - start);
  }
  return rounded(median(taken.slice(5)));
}
