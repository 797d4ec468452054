/** Trains in a process of its own, and prints the bytes held, heap and wasm, after each of the generations that it is given. */
import process from "node:process";
import { createRuntime } from "../../../engine/onnx/runtime.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import { data, settings } from "./ring.ts";

const wasm: WebAssembly.Memory[] = [];
const { Memory, instantiate } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(descriptor: WebAssembly.MemoryDescriptor) {
    super(descriptor);
    wasm.push(this);
  }
};
/** Modules that bring a memory of their own. */
WebAssembly.instantiate = async (...given: Parameters<typeof instantiate>) => {
  const made = (await instantiate(...given)) as WebAssembly.Instance & { instance?: WebAssembly.Instance };
  const { exports } = made.instance ?? made;
  for (const each of Object.values(exports)) if (each instanceof Memory) wasm.push(each);
  return made as never;
};

const marks = process.argv.slice(2).map(Number);
const small = { ...settings, width: 32, batch: 16, evaluation: 32, steps: Math.max(...marks) };
const runtime = await createRuntime({ backend: "wasm", threads: 1 });
let generations = 0;
/** Asked after each generation: one that is marked is given, others every other second. */
const pace = () => (marks.includes(++generations) ? "step" : "fast");
const around = { runtime, checkpoint: null, pace, progress: () => {}, signal: new AbortController().signal };
const held: object[] = [];
const run = runEvolution(small, data, around);
for (let step = await run.next(); ; step = await run.next()) {
  if (marks.includes(step.value.generation)) held.push(await holding());
  if (step.done) break;
}
console.log(JSON.stringify(held));
process.exit();

async function holding(): Promise<object> {
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const bytes = wasm.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { heap: heapUsed + external, wasm: bytes, resident: rss };
}
