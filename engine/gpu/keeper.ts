/** Keeps one GPUDevice open; after a loss, the next one who asks gets a new device. */
import { requestAdapter } from "#platform";
import { Fault } from "../fault.ts";
import { type Gpu, openGpu } from "./device.ts";

export interface GpuKeeper {
  /** The device, opened where there is none. Throws Fault where there is no adapter. */
  open(): Promise<Gpu>;
  /** The open device; null before the first `open` and after a loss. */
  current(): Gpu | null;
  onLost(listener: () => void): void;
  close(): void;
}

export function createGpuKeeper(): GpuKeeper {
  const listeners: (() => void)[] = [];
  let opening: Promise<Gpu> | null = null;
  let gpu: Gpu | null = null;

  function lost(): void {
    gpu = null;
    opening = null;
    for (const listener of listeners) listener();
  }

  async function start(): Promise<Gpu> {
    const adapter = await requestAdapter();
    if (!adapter)
      throw new Fault("there is no GPU adapter", { cure: "Choose the wasm backend, or reload the page." });
    gpu = await openGpu(adapter, lost);
    return gpu;
  }

  return {
    open() {
      opening ??= start().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    current: () => gpu,
    onLost: (listener) => void listeners.push(listener),
    close() {
      gpu?.close();
      gpu = null;
      opening = null;
    },
  };
}
