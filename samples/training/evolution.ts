/**
 * The study behind graphs 13 and 14: E-GAN beside each of its losses alone and a random pick among its children, from the same
 * seeds, at equal generations and at equal time:
 *
 *     npx tsx samples/training/evolution.ts --shape ring [--seeds 5] [--steps 2000] [--backend wasm] [--threads 1]
 *         [--set generatorRate=0.001]... [--methods "E-GAN, heuristic alone"]
 *
 * Settings are the defaults of the node `evolve`, but for those that are set. How many generations of a baseline take the time of one of E-GAN is measured first,
 * in turns. Prints a line a run, then a table: median and range over the seeds of modes covered and of the share of high quality,
 * of 10,000 samples each.
 */
import { parseArgs } from "node:util";
import { coverage } from "../../engine/gan/modeCoverage.ts";
import { drawPoints, modesOf, pointSets } from "../../engine/gan/pointSets.ts";
import type { ParamsOf } from "../../engine/node.ts";
import { createRuntime } from "../../engine/onnx/runtime.ts";
import { tensor } from "../../engine/tensor.ts";
import { drawLatents } from "../../engine/train/draws.ts";
import { Diverged, Evolver } from "../../engine/train/Evolver.ts";
import { openPrograms } from "../../engine/train/openPrograms.ts";
import type { EvolveSettings } from "../../engine/train/settings.ts";
import { evolveParams, evolveSettings } from "../../nodes/evolution/settings/evolveParams.ts";

const { values } = parseArgs({
  options: {
    shape: { type: "string", default: "ring" },
    seeds: { type: "string", default: "5" },
    steps: { type: "string", default: "2000" },
    backend: { type: "string", default: "wasm" },
    threads: { type: "string", default: "1" },
    set: { type: "string", multiple: true, default: [] },
    methods: { type: "string", default: "" },
  },
});
const steps = Number(values.steps);
const set = values.shape === "grid" ? pointSets.grid(5) : pointSets.ring(8);
const points = 4096;
const samples = tensor([points, 2], drawPoints(set, 1, 0, { from: 0, to: points }));
const modes = modesOf(set, 1);
if (!modes) throw new Error("evolution: this shape has no modes");
const defaults = Object.fromEntries(Object.entries(evolveParams).map(([name, spec]) => [name, spec.default]));
const chosen = values.set
  .map((text) => text.split("="))
  .map(([name, value]) => [name, Number.isNaN(Number(value)) ? value : Number(value)]);
const base = evolveSettings({ ...defaults, ...Object.fromEntries(chosen) } as ParamsOf<typeof evolveParams>);

const allMethods: Readonly<Record<string, Partial<EvolveSettings>>> = {
  "E-GAN": {},
  "random pick": { selection: "random" },
  "heuristic alone": { mutations: ["heuristic"] },
  "minimax alone": { mutations: ["minimax"] },
  "least squares alone": { mutations: ["leastSquares"] },
};
const wanted = values.methods.split(",").map((name) => name.trim());
const methods = Object.fromEntries(
  Object.entries(allMethods).filter(([method]) => wanted.includes(method) || values.methods === ""),
);
const runtime = await createRuntime({
  backend: values.backend as "wasm" | "native" | "webgpu",
  threads: Number(values.threads),
});

async function open(method: string, seed: number): Promise<Evolver> {
  const settings = { ...base, steps, ...methods[method], seed };
  return new Evolver(settings, { samples, modes }, await openPrograms(settings, [2]), runtime);
}

/** Milliseconds a generation of each method: medians of rounds in turn. */
async function timeAll(): Promise<Map<string, number>> {
  const evolvers = await Promise.all(
    Object.keys(methods).map(async (method) => [method, await open(method, 0)] as const),
  );
  const times = new Map<string, number[]>(evolvers.map(([method]) => [method, []]));
  for (let round = 0; round < 9; round++)
    for (const [method, evolver] of evolvers) {
      const start = performance.now();
      for (let i = 0; i < 20; i++) await evolver.generation();
      if (round > 1) times.get(method)?.push((performance.now() - start) / 20);
    }
  return new Map([...times].map(([method, list]) => [method, median(list)]));
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}

interface Result {
  readonly modes: number;
  readonly high: number;
}

async function measure(evolver: Evolver): Promise<Result> {
  const z = drawLatents({ ...evolver.settings, seed: 1_000_003 }, "study", 0, 10_000);
  const [parent] = evolver.state.parents;
  if (!parent || !modes) throw new Error("evolution: nothing to measure");
  const made = await evolver.sample(parent.weights, z);
  const { covered, highQuality } = coverage(made.data as Float32Array, modes);
  return { modes: covered, high: 100 * highQuality };
}

/** Results after `steps` generations, and after the `more` that take as long as E-GAN's. */
async function run(method: string, seed: number, more: number): Promise<readonly [Result, Result]> {
  const evolver = await open(method, seed);
  let equal: Result | null = null;
  try {
    for (let generation = 1; generation <= Math.max(steps, more); generation++) {
      await evolver.generation();
      if (generation === steps) equal = await measure(evolver);
    }
  } catch (error) {
    if (!(error instanceof Diverged)) throw error;
    console.log(`${method}, seed ${seed}: diverged after generation ${evolver.state.generation}`);
  }
  const last = await measure(evolver);
  return [equal ?? last, last];
}

const range = (list: readonly number[], digits = 0) =>
  `${median(list).toFixed(digits)} (${Math.min(...list).toFixed(digits)}-${Math.max(...list).toFixed(digits)})`;

const ms = await timeAll();
const rows: string[] = [];
for (const method of Object.keys(methods)) {
  const each = ms.get(method) ?? 1;
  const more = Math.round((steps * (ms.get("E-GAN") ?? each)) / each);
  const results: (readonly [Result, Result])[] = [];
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const result = await run(method, seed, more);
    results.push(result);
    const [equal, timed] = result.map(({ modes: covered, high }) => `${covered} modes, ${high.toFixed(1)} %`);
    console.log(`${values.shape}, ${method}, seed ${seed}: ${equal} after ${steps}; ${timed} after ${more}`);
  }
  const column = (at: 0 | 1, what: keyof Result) => range(results.map((pair) => pair[at][what]));
  rows.push(
    `| ${method} | ${each.toFixed(1)} | ${column(0, "modes")} | ${column(0, "high")} | ${more} | ${column(1, "modes")} | ${column(1, "high")} |`,
  );
}
console.log(
  `\n${values.shape}, ${steps} generations, ${values.seeds} seeds, ${runtime.status.backend}, ${values.threads} threads`,
);
console.log(
  "| | ms a generation | modes | high quality % | generations in E-GAN's time | modes | high quality % |",
);
console.log(`|---|---|---|---|---|---|---|\n${rows.join("\n")}`);
await runtime.close();
