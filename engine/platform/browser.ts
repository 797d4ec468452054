/** The engine in a browser. Same exports as node.ts. */
import type { FileFacts, Folder } from "../checkpoints.ts";
import type { Backend } from "../context.ts";
import type { Ort } from "./ort.ts";

/** Loads onnxruntime. Its .wasm and .mjs files are served beside the app, at ort/ and its version. */
export async function loadOrt(backend: Backend, threads: number): Promise<Ort> {
  const ort = await builds[backend]();
  ort.env.wasm.wasmPaths = new URL(`${base()}ort/${ort.env.versions.web}/`, self.location.origin).href;
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = "fatal"; // what fails is thrown as well
  return ort;
}

const builds: Record<Backend, () => Promise<Ort>> = {
  wasm: () => import("onnxruntime-web/wasm"),
  webgpu: () =>
    "Suspending" in WebAssembly ? import("onnxruntime-web/jspi") : import("onnxruntime-web/webgpu"),
  native: () => Promise.reject(new Error("native needs Node")),
};

/** Where the app is served: Vite's base URL; "/" in other bundlers. */
function base(): string {
  return (import.meta as { env?: { BASE_URL?: string } }).env?.BASE_URL ?? "/";
}

/** Backends that can be asked for here, the best first: webgpu where an adapter is there, last where it is software. */
export async function availableBackends(): Promise<Backend[]> {
  const adapter = await requestAdapter();
  if (!adapter) return ["wasm"];
  return adapter.info.isFallbackAdapter ? ["wasm", "webgpu"] : ["webgpu", "wasm"];
}

export async function requestAdapter(): Promise<GPUAdapter | null> {
  return (await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" })) ?? null;
}

/** Threads that wasm can use: the cores but one, which is left to the page; one where that is not cross-origin isolated. */
export function cores(): number {
  return self.crossOriginIsolated ? Math.max(1, navigator.hardwareConcurrency - 1) : 1;
}

/** A folder of the origin's private file system. A file is replaced whole, once all of it is written. */
export async function openFolder(name: string): Promise<Folder | null> {
  const root = await navigator.storage?.getDirectory?.();
  const folder = await root?.getDirectoryHandle(name, { create: true });
  if (!folder || !("createWritable" in FileSystemFileHandle.prototype)) return null;
  const fileOf = async (name: string) => (await folder.getFileHandle(name)).getFile();
  return {
    async list() {
      const files: FileFacts[] = [];
      for await (const name of folder.keys()) {
        const { size, lastModified } = await fileOf(name);
        files.push({ name, bytes: size, at: lastModified });
      }
      return files;
    },
    read: async (name) => new Uint8Array(await (await fileOf(name)).arrayBuffer()),
    async write(name, bytes) {
      const file = await folder.getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      await writable.write(bytes as Uint8Array<ArrayBuffer>).catch(async (error: unknown) => {
        await writable.abort();
        throw error;
      });
      await writable.close();
    },
    remove: (name) => folder.removeEntry(name),
  };
}
