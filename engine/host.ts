/** An engine with what a page needs around it: backends to choose from, models to add, a GPU that may get lost. */
import type { Card } from "./card.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { Backend } from "./context.ts";
import type { EngineEvent, EngineStatus } from "./events.ts";
import type { Job } from "./job.ts";
import { modelFiles } from "./modelFiles.ts";
import type { ModelLibrary } from "./models.ts";
import type { Catalogue } from "./node.ts";
import type { RunningRuntime } from "./onnx/runtime.ts";
import { createEngine } from "./run.ts";
import type { EngineHost } from "./serve.ts";

export interface HostOptions {
  readonly catalogue: Catalogue;
  readonly models: ModelLibrary;
  readonly openRuntime: (backend: Backend | "auto") => Promise<RunningRuntime>;
  readonly emit: (event: EngineEvent) => void;
  readonly budget?: number;
  readonly checkpoints?: Checkpoints | null;
}

export async function createHost({
  openRuntime,
  emit,
  models,
  ...options
}: HostOptions): Promise<EngineHost> {
  let runtime = await openRuntime("auto");
  const engine = createEngine({ ...options, models, runtime, emit });
  const status = (): EngineStatus => ({ ...runtime.status, bytes: engine.bytes, budget: engine.budget });
  const tell = () => emit({ kind: "status", status: status() });

  /** A lost device takes its tensors along; the job in progress is run again on a new one. */
  function watch(watched: RunningRuntime): void {
    watched.onLost(() => {
      if (watched === runtime) void engine.restart(async () => watched).then(tell);
    });
  }
  watch(runtime);
  let needed = false;
  // onnxruntime is downloaded and compiled while the model is.
  models.onLoad(() => {
    needed = true;
    runtime.prepare();
  });

  return {
    async run(job: Job) {
      await engine.run(job);
      tell();
    },
    cancel: (job) => engine.cancel(job),
    inspect: (node, port, look) => engine.inspect(node, port, look),
    raster: (node, port, look) => engine.raster(node, port, look),
    async chooseBackend(backend) {
      await engine.restart(async () => {
        const before = runtime;
        runtime = await openRuntime(backend);
        watch(runtime);
        if (needed) runtime.prepare();
        await before.close();
        return runtime;
      });
      tell();
      return status();
    },
    addModel(card: Card, bytes: Uint8Array) {
      models.add(card, async () => bytes);
    },
    async model(id, stem) {
      return modelFiles(await models.get(id), stem);
    },
    cards: () => models.cards(),
    status,
  };
}
