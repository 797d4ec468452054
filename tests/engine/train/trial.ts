/** Small runs of evolution for tests. */
import type { Checkpoint, Context, Pace, Runtime } from "../../../engine/context.ts";
import type { Evolving } from "../../../engine/gan/evolution.ts";
import { normals } from "../../../engine/random.ts";
import { tensor } from "../../../engine/tensor.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import type { EvolveSettings, TrainingData } from "../../../engine/train/settings.ts";
import { wasm } from "../../nodes/workbench.ts";

const adam = { rate: 0.005, beta1: 0.5, beta2: 0.999 };

export const small: EvolveSettings = {
  seed: 3,
  mutations: ["minimax", "heuristic", "leastSquares"],
  selection: "fitness",
  gamma: 0.05,
  parents: 1,
  discriminatorSteps: 1,
  batch: 16,
  evaluation: 32,
  steps: 12,
  generatorAdam: adam,
  discriminatorAdam: adam,
  network: "mlp",
  latent: 2,
  distribution: "uniform",
  width: 8,
  depth: 2,
  normalisation: "none",
  initialisation: "default",
};

/** Two heaps of points, one on either side. */
export const heaps: TrainingData = {
  samples: tensor(
    [64, 2],
    normals(1, "heaps", 0, 128).map((x, i) => 0.05 * x + (i % 2 === 0 ? (i % 4 === 0 ? 1 : -1) : 0)),
  ),
  modes: {
    centres: [
      [1, 0],
      [-1, 0],
    ],
    sigma: 0.05,
  },
};

interface Around {
  readonly runtime?: Runtime;
  readonly checkpoint?: Checkpoint | null;
  readonly pace?: () => Pace;
  readonly signal?: AbortSignal;
}

export async function contextOf(around: Around = {}) {
  const progress = () => {};
  const signal = new AbortController().signal;
  const context = { runtime: await wasm(), checkpoint: null, pace: () => "fast" as Pace, progress, signal };
  return { ...context, ...around } satisfies Pick<
    Context,
    "runtime" | "checkpoint" | "pace" | "progress" | "signal"
  >;
}

/** Runs to the end, and gives all values on the way and the last. */
export async function allOf(
  settings: EvolveSettings,
  data: TrainingData = heaps,
  around: Around = {},
): Promise<Evolving[]> {
  const run = runEvolution(settings, data, await contextOf(around));
  const values: Evolving[] = [];
  for (;;) {
    const { value, done } = await run.next();
    values.push(value);
    if (done) return values;
  }
}

export async function lastOf(...given: Parameters<typeof allOf>): Promise<Evolving> {
  return (await allOf(...given)).at(-1) as Evolving;
}

/** Keeps the bytes that were saved last. */
export function memoryCheckpoint(): Checkpoint & { bytes: Uint8Array | null } {
  return {
    bytes: null,
    load() {
      return Promise.resolve(this.bytes);
    },
    save(bytes) {
      this.bytes = bytes.slice();
      return Promise.resolve();
    },
  };
}
