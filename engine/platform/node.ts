/** The engine in Node. Same exports as browser.ts. */
import { availableParallelism } from "node:os";
import type { Folder } from "../checkpoints.ts";
import type { Backend } from "../context.ts";
import type { Ort } from "./ort.ts";

/** Loads onnxruntime: its wasm build, or the native one, which may be installed beside the project. */
export async function loadOrt(backend: Backend, threads: number): Promise<Ort> {
  const ort: Ort = backend === "native" ? await native() : await import("onnxruntime-web");
  if (backend === "wasm") ort.env.wasm.numThreads = threads;
  ort.env.logLevel = "fatal"; // what fails is thrown as well
  return ort;
}

function native(): Promise<Ort> {
  const name = "onnxruntime-node";
  return import(name);
}

/** Backends that can be asked for here, the best first. */
export function availableBackends(): Promise<Backend[]> {
  return native().then(
    () => ["native", "wasm"],
    () => ["wasm"],
  );
}

/** Node has no GPU interface of its own. */
export function requestAdapter(): Promise<GPUAdapter | null> {
  return Promise.resolve(null);
}

export function cores(): number {
  return availableParallelism();
}

/** On the command line nothing is kept from one run to the next. */
export function openFolder(_name: string): Promise<Folder | null> {
  return Promise.resolve(null);
}
