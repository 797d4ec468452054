/** The one GPUDevice: tensors in its buffers, own kernels on it, numbers back from it. */
import type { GpuTensor } from "../tensor.ts";
import type { Kernel } from "./defineKernel.ts";
import { GpuMemory } from "./memory.ts";

/** One device from its birth until it is closed or lost. Tensors of another Gpu are refused with a Fault. */
export class Gpu extends GpuMemory {
  readonly device: GPUDevice;
  readonly #pipelines = new Map<string, Promise<GPUComputePipeline>>();
  #closed = false;

  /** `onLost` is not called by `close`. */
  constructor(device: GPUDevice, onLost: () => void) {
    super(device);
    this.device = device;
    device.lost.then(() => this.#closed || onLost());
  }

  /** Runs a kernel over tensors of this device. Throws Fault where their shapes do not fit together. */
  async apply<U>(kernel: Kernel<U>, inputs: readonly GpuTensor[], uniforms: U): Promise<GpuTensor> {
    for (const input of inputs) this.check(input);
    const shapes = inputs.map((input) => input.shape);
    const shape = kernel.shape(shapes, uniforms);
    const pipeline = await this.#pipelineOf(kernel);
    const block = kernel.uniforms(uniforms, shapes);
    const settings = this.device.createBuffer({ size: block.byteLength, usage: uniform });
    this.device.queue.writeBuffer(settings, 0, block);
    const output = this.make(shape, kernel.output === "int32");
    const buffers = [settings, ...inputs.map((input) => input.buffer), output.buffer];
    this.#dispatch(pipeline, buffers, kernel.workgroups(shapes, uniforms));
    settings.destroy();
    return output;
  }

  #pipelineOf({ name, wgsl }: { name: string; wgsl: string }): Promise<GPUComputePipeline> {
    const found = this.#pipelines.get(name);
    if (found) return found;
    const module = this.device.createShaderModule({ label: name, code: wgsl });
    const compute = { module, entryPoint: "main" };
    const made = this.device.createComputePipelineAsync({ layout: "auto", compute });
    this.#pipelines.set(name, made);
    return made;
  }

  #dispatch(pipeline: GPUComputePipeline, buffers: GPUBuffer[], workgroups: [number, number, number]): void {
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
    pass.setBindGroup(0, this.device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    pass.dispatchWorkgroups(...workgroups);
    pass.end();
    this.device.queue.submit([encoder.finish()]);
  }

  close(): void {
    this.#closed = true;
    this.device.destroy();
  }
}

const uniform = 0x40 | 0x08; // UNIFORM | COPY_DST

const wantedFeatures: readonly GPUFeatureName[] = ["shader-f16", "subgroups"];

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

/** A device with all that the adapter offers of what onnxruntime's kernels use. */
export async function openGpu(adapter: GPUAdapter, onLost: () => void): Promise<Gpu> {
  const device = await adapter.requestDevice({
    requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]])),
  });
  return new Gpu(device, onLost);
}
