import type { Runtime } from "../../../engine/context.ts";
import type { Evolving } from "../../../engine/gan/evolution.ts";
import type { Tensor } from "../../../engine/tensor.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import { smallPictures } from "../../engine/train/smallRun.ts";

export interface OneGeneration {
  /** The discriminator's loss; loss, quality and diversity of each child. */
  readonly numbers: number[];
  /** Where the weights of children lay. */
  readonly places: string[];
  /** Tensors that a run gave out and did not take back. */
  readonly left: number;
}

/** One generation by convolutional networks on a backend. */
export async function evolveOnce(runtime: Runtime): Promise<OneGeneration> {
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
  const { settings, data } = smallPictures;
  const around = { checkpoint: null, pace: () => "fast" as const, progress: () => {} };
  const signal = new AbortController().signal;
  const run = runEvolution(settings, data, { runtime: watched, signal, ...around });
  for (;;) {
    const { value, done } = await run.next();
    if (done) return shown(value, places, live.size);
  }
}

function shown({ course, children }: Evolving, places: ReadonlySet<string>, left: number): OneGeneration {
  const numbers = children.flatMap(({ loss, quality, diversity }) => [loss, quality, diversity]);
  return { numbers: [...course.discriminatorLoss, ...numbers], places: [...places], left };
}
