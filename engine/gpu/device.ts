/** The one GPUDevice: tensors in its buffers, own kernels on it, numbers back from it. */
import { Fault } from "../fault.ts";
import { bytesOf, type GpuTensor, type HostTensor, sizeOf, tensor } from "../tensor.ts";
import type { Kernel } from "./defineKernel.ts";

/** One device from its birth until it is closed or lost. Tensors of another Gpu are refused with a Fault. */
export interface Gpu {
  readonly device: GPUDevice;
  /** A copy of host numbers; int32 becomes float32. */
  upload(value: HostTensor): GpuTensor;
  /** A tensor in a buffer that somebody else made; `dispose` is called when the last holder releases it. */
  adopt(shape: readonly number[], buffer: GPUBuffer, dispose: () => void): GpuTensor;
  /** The one sample of `value`, `samples` times. */
  repeat(value: GpuTensor, samples: number): GpuTensor;
  apply<U>(kernel: Kernel<U>, inputs: readonly GpuTensor[], uniforms: U): Promise<GpuTensor>;
  read(value: GpuTensor): Promise<HostTensor>;
  /** One holder more, one fewer; the last one frees the buffer. */
  retain(value: GpuTensor): void;
  release(value: GpuTensor): void;
  close(): void;
}

interface Held {
  holders: number;
  readonly integers: boolean;
  readonly dispose: () => void;
}

const wantedLimits = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupSizeY",
  "maxComputeWorkgroupSizeZ",
  "maxComputeWorkgroupsPerDimension",
] as const;

/** A device with all that the adapter offers of what onnxruntime's kernels use. `onLost` is not called by `close`. */
export async function openGpu(adapter: GPUAdapter, onLost: () => void): Promise<Gpu> {
  const device = await adapter.requestDevice({
    requiredFeatures: (["shader-f16", "subgroups"] as GPUFeatureName[]).filter((f) =>
      adapter.features.has(f),
    ),
    requiredLimits: Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]])),
  });
  let closed = false;
  device.lost.then(() => closed || onLost());
  const memory = createMemory(device);
  const kernels = createKernels(device, memory);
  return {
    device,
    ...memory,
    apply: kernels,
    close() {
      closed = true;
      device.destroy();
    },
  };
}

const storage = 0x80 | 0x08 | 0x04; // STORAGE | COPY_DST | COPY_SRC; the names are not defined in every realm
const uniform = 0x40 | 0x08;
const staging = 0x01 | 0x08;

type Memory = ReturnType<typeof createMemory>;

function createMemory(device: GPUDevice) {
  const held = new WeakMap<GPUBuffer, Held>();

  function entry(value: GpuTensor): Held {
    const found = held.get(value.buffer);
    if (found && found.holders > 0) return found;
    throw new Fault("the value is no longer on the GPU", { cure: "Run again." });
  }

  function adopt(
    shape: readonly number[],
    buffer: GPUBuffer,
    dispose: () => void,
    integers = false,
  ): GpuTensor {
    held.set(buffer, { holders: 1, integers, dispose });
    return { place: "gpu", shape, buffer };
  }

  function make(shape: readonly number[], integers = false): GpuTensor {
    const size = Math.max(16, 4 * sizeOf(shape));
    if (size > Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize))
      throw new Fault(`not enough memory on the GPU for [${shape.join(", ")}]`, {
        cure: "Ask for fewer samples (a smaller count).",
      });
    const buffer = device.createBuffer({ size, usage: storage });
    return adopt(shape, buffer, () => buffer.destroy(), integers);
  }

  return {
    entry,
    make,
    adopt: (shape: readonly number[], buffer: GPUBuffer, dispose: () => void) =>
      adopt(shape, buffer, dispose),

    upload(value: HostTensor): GpuTensor {
      const made = make(value.shape);
      const data = value.data instanceof Float32Array ? value.data : Float32Array.from(value.data);
      device.queue.writeBuffer(made.buffer, 0, data as Float32Array<ArrayBuffer>);
      return made;
    },

    repeat(value: GpuTensor, samples: number): GpuTensor {
      entry(value);
      const made = make([samples, ...value.shape.slice(1)]);
      const encoder = device.createCommandEncoder();
      const bytes = bytesOf(value);
      for (let sample = 0; sample < samples; sample++)
        encoder.copyBufferToBuffer(value.buffer, 0, made.buffer, sample * bytes, bytes);
      device.queue.submit([encoder.finish()]);
      return made;
    },

    async read(value: GpuTensor): Promise<HostTensor> {
      const { integers } = entry(value);
      const bytes = bytesOf(value);
      const copy = device.createBuffer({ size: bytes, usage: staging });
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(value.buffer, 0, copy, 0, bytes);
      device.queue.submit([encoder.finish()]);
      await copy.mapAsync(1).catch(() => {
        throw new Fault("the GPU was lost while it computed", { cure: "Run again." });
      });
      const data = copy.getMappedRange().slice(0);
      copy.destroy();
      return tensor(value.shape, integers ? new Int32Array(data) : new Float32Array(data));
    },

    retain(value: GpuTensor): void {
      entry(value).holders++;
    },

    release(value: GpuTensor): void {
      const found = held.get(value.buffer);
      if (!found || found.holders === 0) return;
      found.holders--;
      if (found.holders === 0) found.dispose();
    },
  };
}

function createKernels(device: GPUDevice, memory: Memory): Gpu["apply"] {
  const pipelines = new Map<string, Promise<GPUComputePipeline>>();

  function pipelineOf({ name, wgsl }: { name: string; wgsl: string }): Promise<GPUComputePipeline> {
    const found = pipelines.get(name);
    if (found) return found;
    const module = device.createShaderModule({ label: name, code: wgsl });
    const made = device.createComputePipelineAsync({
      layout: "auto",
      compute: { module, entryPoint: "main" },
    });
    pipelines.set(name, made);
    return made;
  }

  return async (kernel, inputs, uniforms) => {
    for (const input of inputs) memory.entry(input);
    const shapes = inputs.map((input) => input.shape);
    const shape = kernel.shape(shapes, uniforms);
    const pipeline = await pipelineOf(kernel);
    const block = kernel.uniforms(uniforms, shapes);
    const settings = device.createBuffer({ size: block.byteLength, usage: uniform });
    device.queue.writeBuffer(settings, 0, block);
    const output = memory.make(shape, kernel.output === "int32");
    const buffers = [settings, ...inputs.map((input) => input.buffer), output.buffer];
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
    pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    pass.dispatchWorkgroups(...kernel.workgroups(shapes, uniforms));
    pass.end();
    device.queue.submit([encoder.finish()]);
    settings.destroy();
    return output;
  };
}
