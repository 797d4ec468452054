import type { Runtime } from "../../../engine/context.ts";
import type { Evolving } from "../../../engine/gan/evolution.ts";
import type { Tensor } from "../../../engine/tensor.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import type { EvolveSettings, TrainingData } from "../../../engine/train/settings.ts";
import { heaps, smallPictures, smallSettings } from "../../engine/train/smallRun.ts";

/** Twelve generations of dense networks for points; one of convolutions for pictures. */
const runs = { points: { settings: smallSettings, data: heaps }, pictures: smallPictures };

export interface Evolved {
  /** The discriminator's loss in each generation; loss, quality and diversity of the last children; what the generator makes. */
  readonly numbers: number[];
  /** Where the weights of children lay. */
  readonly places: string[];
  /** Tensors that a run gave out and did not take back. */
  readonly left: number;
}

/** A run on a backend. */
export async function evolveOnce(runtime: Runtime, what: keyof typeof runs): Promise<Evolved> {
  const live = new Set<Tensor>();
  const places = new Set<string>();
  const watched: Runtime = {
    ...runtime,
    async call(program, feeds, outputs) {
      const made = await runtime.call(program, feeds, outputs);
      for (const [name, value] of Object.entries(made)) {
        live.add(value);
        if (name.endsWith("weights")) places.add(value.place);
      }
      return made;
    },
    release(value) {
      live.delete(value);
      runtime.release(value);
    },
  };
  const { settings, data }: { settings: EvolveSettings; data: TrainingData } = runs[what];
  const around = { checkpoint: null, pace: () => "fast" as const, progress: () => {} };
  const signal = new AbortController().signal;
  const run = runEvolution(settings, data, { runtime: watched, signal, ...around });
  for (;;) {
    const { value, done } = await run.next();
    if (done) return shown(value, places, live.size);
  }
}

/** As float32: logarithms that JavaScript takes in float64 differ in their last place from version to version of V8. */
function shown(
  { course, children, snapshots }: Evolving,
  places: ReadonlySet<string>,
  left: number,
): Evolved {
  const numbers = children.flatMap(({ loss, quality, diversity }) => [loss, quality, diversity]);
  const samples = snapshots.at(-1)?.samples.data.slice(0, 8) ?? [];
  const all = [...course.discriminatorLoss, ...numbers, ...samples];
  return { numbers: all.map(Math.fround), places: [...places], left };
}
