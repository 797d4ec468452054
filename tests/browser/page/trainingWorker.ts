/** A worker with a toy that trains for seconds and keeps its state as the editor's nodes do. */
import { openCheckpoints } from "../../../engine/checkpoints.ts";
import { createHost } from "../../../engine/host.ts";
import { createLibrary } from "../../../engine/library.ts";
import { createRuntime } from "../../../engine/onnx/runtime.ts";
import { serveEngine } from "../../../engine/serve.ts";
import { trainer } from "../../engine/trainer.ts";

serveEngine(self as never, async (emit) => {
  const toy = trainer();
  toy.during = () => new Promise((resolve) => setTimeout(resolve, 5));
  return createHost({
    catalogue: toy.node,
    models: createLibrary(),
    openRuntime: () => createRuntime({ backend: "wasm" }),
    checkpoints: await openCheckpoints(),
    emit,
  });
});
