/** Small runs of evolution for tests. */
import type { Checkpoint, Context, Pace, Runtime } from "../../../engine/context.ts";
import type { Evolving } from "../../../engine/gan/evolution.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import type { EvolveSettings, TrainingData } from "../../../engine/train/settings.ts";
import { wasm } from "../../nodes/workbench.ts";
import { heaps, smallSettings } from "./smallRun.ts";

export { heaps, smallSettings as small };

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
    offer() {},
    save(bytes) {
      this.bytes = bytes.slice();
      return Promise.resolve();
    },
  };
}
