/** Runs cuts of models, and own kernels, on one backend (SPEC R17 to R21). */
import { availableBackends, cores, loadOrt } from "#platform";
import type { Backend, Runtime } from "../context.ts";
import { createCpuCaller } from "../cpu/caller.ts";
import { Fault } from "../fault.ts";
import type { Kernel } from "../gpu/defineKernel.ts";
import type { Gpu } from "../gpu/device.ts";
import { createGpuKeeper, type GpuKeeper } from "../gpu/keeper.ts";
import type { InferenceSession, Ort } from "../platform/ort.ts";
import type { Tensor } from "../tensor.ts";
import { createCaller } from "./call.ts";
import { createDeferral } from "./deferred.ts";
import { createExecutor, type Ready } from "./execute.ts";
import { checkFeeds } from "./feeds.ts";
import { createSessions } from "./sessions.ts";
import { warmUp } from "./warmUp.ts";

export interface RuntimeOptions {
  /** `auto` takes webgpu where there is a real adapter, native where it is installed, else wasm. */
  readonly backend: Backend | "auto";
  /** Threads for wasm and native; the machine's cores, at most 8, where it is left out. */
  readonly threads?: number;
}

export interface RuntimeStatus {
  readonly backend: Backend;
  /** Backends that work here; the first is the one that `auto` takes. */
  readonly available: readonly Backend[];
  readonly threads: number;
  /** Why the backend is not what was asked for, as one sentence; null where it is. */
  readonly note: string | null;
}

export interface RunningRuntime extends Runtime {
  readonly status: RuntimeStatus;
  /** Brings onnxruntime up before a model needs it, without waiting for it. */
  prepare(): void;
  /** Calls back after the GPU was lost: every GPU tensor made so far is gone, the runtime itself goes on. */
  onLost(listener: () => void): void;
  close(): Promise<void>;
}

/**
 * Opens a backend. What was asked for and does not work here is replaced by the next that `auto` takes, with a note.
 * Throws Fault where none works.
 */
export async function createRuntime(options: RuntimeOptions): Promise<RunningRuntime> {
  const available = await availableBackends();
  const threads = Math.max(1, Math.min(options.threads ?? cores(), 8));
  let failure = "";
  for (const backend of options.backend === "auto" ? available : [options.backend, ...available]) {
    try {
      if (!available.includes(backend)) throw new Error("not available");
      const keeper = backend === "webgpu" ? createGpuKeeper() : null;
      await keeper?.open();
      const note = failure && `${failure}; ${backend} is used instead.`;
      return openRuntime(await loadOrt(backend, threads), keeper, {
        backend,
        available,
        threads,
        note: note || null,
      });
    } catch (error) {
      failure ||= `${backend} does not work here (${error instanceof Error ? error.message : error})`;
    }
  }
  throw new Fault(failure, { cure: "Reload the page, or try another browser." });
}

function openRuntime(ort: Ort, keeper: GpuKeeper | null, status: RuntimeStatus): RunningRuntime {
  const optionsFor = (outputs: readonly string[]) => sessionOptions(status, keeper, outputs);
  const sessions = createSessions(ort, optionsFor);
  const cpu = status.backend === "wasm" ? createCpuCaller() : null;
  const run = createExecutor(ort, sessions, keeper, cpu);
  let prepared = false;
  const deferral = createDeferral({ run, retain, release });
  keeper?.onLost(() => void sessions.drop());

  function retain(value: Tensor): void {
    if (value.place === "deferred") deferral.retain(value);
    if (value.place === "gpu") keeper?.current()?.retain(value);
  }

  function release(value: Tensor): void {
    if (value.place === "deferred") deferral.release(value);
    if (value.place === "gpu") keeper?.current()?.release(value);
  }

  return {
    backend: status.backend,
    status,
    release,
    run(model, feeds, outputs) {
      checkFeeds(model.graph, feeds);
      return run(model, deferral.gather(model, feeds, outputs), outputs);
    },
    defer(model, feeds, output, shape) {
      checkFeeds(model.graph, feeds);
      return deferral.defer(model, feeds, output, shape);
    },
    call: createCaller(ort, sessions, keeper, cpu),
    apply: (kernel, inputs, uniforms) => applyKernel(keeper, kernel, inputs, uniforms),
    async read(value) {
      const found = await ready(value);
      return found.place === "host" ? found : requireGpu(keeper).read(found);
    },
    prepare() {
      if (!prepared) warmUp(ort, () => optionsFor(["y"]));
      prepared = true;
    },
    onLost: (listener) => keeper?.onLost(listener),
    async close() {
      await sessions.drop();
      keeper?.close();
    },
  };
}

/** The device that holds GPU tensors. Throws Fault after a loss: what was on it is gone. */
function requireGpu(keeper: GpuKeeper | null): Gpu {
  const gpu = keeper?.current();
  if (!gpu) throw new Fault("the value is no longer on the GPU", { cure: "Run again." });
  return gpu;
}

async function ready(value: Tensor): Promise<Ready> {
  return value.place === "deferred" ? value.force() : value;
}

/** Runs a kernel on the GPU where one of its inputs lies there, else its reference. */
async function applyKernel<U>(
  keeper: GpuKeeper | null,
  kernel: Kernel<U>,
  inputs: readonly Tensor[],
  uniforms: U,
): Promise<Tensor> {
  const values = await Promise.all(inputs.map(ready));
  const host = values.filter((value) => value.place === "host");
  if (host.length === values.length) {
    kernel.shape(
      host.map((value) => value.shape),
      uniforms,
    );
    return kernel.reference(host, uniforms);
  }
  const gpu = requireGpu(keeper);
  const uploaded = values.map((value) => (value.place === "host" ? gpu.upload(value) : value));
  const result = await gpu.apply(kernel, uploaded, uniforms);
  for (const [index, value] of uploaded.entries()) if (value !== values[index]) gpu.release(value);
  return result;
}

/** Every native session has threads of its own: while they spin in wait of work, they take it from the others. */
const calm = { session: { intra_op: { allow_spinning: "0" } } };

async function sessionOptions(
  { backend, threads }: RuntimeStatus,
  keeper: GpuKeeper | null,
  outputs: readonly string[],
): Promise<InferenceSession.SessionOptions> {
  if (backend === "wasm") return { executionProviders: ["wasm"] };
  if (backend === "native") return { executionProviders: ["cpu"], intraOpNumThreads: threads, extra: calm };
  const { device } = await (keeper as GpuKeeper).open();
  return {
    // A device of our own enters onnxruntime here and nowhere else: this option may change (onnxruntime pull 32227).
    executionProviders: [{ name: "webgpu", device } as InferenceSession.WebGpuExecutionProviderOption],
    preferredOutputLocation: Object.fromEntries(outputs.map((name) => [name, "gpu-buffer"])),
  };
}
