/** The engine in a page without the editor: what tests ask of it stands on `window.engine`. */
import type { Backend } from "../../../engine/context.ts";
import type { RunningRuntime } from "../../../engine/onnx/runtime.ts";
import { createRuntime } from "../../../engine/onnx/runtime.ts";
import { compareKernels } from "./compareKernels.ts";
import { evolveOnce } from "./evolveOnce.ts";
import { firstFeatures, pictureByLayers, wholePicture } from "./picture.ts";
import { replaceStuckWorker } from "./replaceStuckWorker.ts";
import { sampleGenerator } from "./sampleGenerator.ts";
import { train } from "./train.ts";

const runtimes = new Map<Backend, Promise<RunningRuntime>>();
const losses: Backend[] = [];

function runtime(backend: Backend): Promise<RunningRuntime> {
  const open = async () => {
    const made = await createRuntime({ backend });
    made.onLost(() => losses.push(backend));
    return made;
  };
  const found = runtimes.get(backend) ?? open();
  runtimes.set(backend, found);
  return found;
}

const engine = {
  status: async (backend: Backend) => (await runtime(backend)).status,
  compareKernels,
  wholePicture: async (backend: Backend) => wholePicture(await runtime(backend), await sampleGenerator()),
  pictureByLayers: async (backend: Backend) =>
    pictureByLayers(await runtime(backend), await sampleGenerator()),
  firstFeatures: async (backend: Backend) => firstFeatures(await runtime(backend), await sampleGenerator()),
  evolveOnce: async (backend: Backend, what: Parameters<typeof evolveOnce>[1]) =>
    evolveOnce(await runtime(backend), what),
  replaceStuckWorker,
  train,
  losses: () => losses,
};

declare global {
  interface Window {
    engine: typeof engine;
  }
}

window.engine = engine;
