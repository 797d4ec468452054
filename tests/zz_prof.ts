import { readFileSync } from "node:fs";
import { createLibrary } from "../engine/library.ts";
import { createRuntime } from "../engine/onnx/runtime.ts";
import { parseGraph } from "../engine/parseGraph.ts";
import { Engine } from "../engine/run.ts";
import { catalogue } from "../nodes/index.ts";

const document = parseGraph(JSON.parse(readFileSync(process.argv[2]!, "utf8")), catalogue);
const runtime = await createRuntime({ backend: "wasm" });
const t0 = performance.now();
const ms: Record<string, number> = {};
let n = 0;
const engine = new Engine({
  catalogue,
  models: createLibrary(),
  runtime,
  emit(e: any) {
    if (e.kind === "node" && e.state.state === "done") {
      ms[e.node] = (ms[e.node] ?? 0) + e.state.ms;
    }
    if (e.kind === "preview" && e.node === "egan") {
      n++;
      console.log(
        (performance.now() - t0).toFixed(0),
        "gen",
        (e.preview as any).picture?.generation ?? (e.preview as any).generation,
      );
    }
  },
});
setTimeout(() => engine.cancel(), 15000);
await engine.run({
  id: 1,
  document,
  observed: document.nodes.map((n) => ({ node: n.id, preview: true })),
  heavy: true,
  partial: true,
} as any);
console.log(ms, n);
process.exit(0);
