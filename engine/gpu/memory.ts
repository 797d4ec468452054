/** Tensors in buffers of one GPUDevice, and who holds them. */
import { Fault } from "../fault.ts";
import { bytesOf, type GpuTensor, type HostTensor, sizeOf, tensor } from "../tensor.ts";

interface Held {
  holders: number;
  readonly integers: boolean;
  readonly dispose: () => void;
}

// The names of these flags (GPUBufferUsage, GPUMapMode) are not defined in every realm that has a GPU.
const storage = 0x80 | 0x08 | 0x04;
const staging = 0x01 | 0x08;
const reading = 0x01;

export class GpuMemory {
  readonly #device: GPUDevice;
  readonly #held = new WeakMap<GPUBuffer, Held>();
  #short = false;

  constructor(device: GPUDevice) {
    this.#device = device;
    device.addEventListener("uncapturederror", ({ error }) => {
      this.#short ||= error instanceof GPUOutOfMemoryError;
    });
  }

  /** Throws Fault where the tensor is not, or no longer, in this device's memory. */
  check(value: GpuTensor): void {
    this.#entry(value);
  }

  #entry(value: GpuTensor): Held {
    const found = this.#held.get(value.buffer);
    if (found && found.holders > 0) return found;
    throw new Fault("the value is no longer on the GPU", { cure: "Run again." });
  }

  /** A tensor in a buffer that somebody else made; `dispose` is called when the last holder releases it. */
  adopt(shape: readonly number[], buffer: GPUBuffer, dispose: () => void, integers = false): GpuTensor {
    this.#held.set(buffer, { holders: 1, integers, dispose });
    return { place: "gpu", shape, buffer };
  }

  /** An empty tensor of float32, or of int32. Throws Fault where it is larger than the device allows. */
  make(shape: readonly number[], integers = false): GpuTensor {
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#device.limits;
    const size = Math.max(16, 4 * sizeOf(shape));
    if (size > Math.min(maxBufferSize, maxStorageBufferBindingSize)) throw noMemory(shape);
    const buffer = this.#device.createBuffer({ size, usage: storage });
    return this.adopt(shape, buffer, () => buffer.destroy(), integers);
  }

  /** A copy of host numbers, as they are. */
  upload(value: HostTensor): GpuTensor {
    const made = this.make(value.shape, value.data instanceof Int32Array);
    this.#device.queue.writeBuffer(made.buffer, 0, value.data as Float32Array<ArrayBuffer>);
    return made;
  }

  /** The one sample of `value`, `samples` times. */
  repeat(value: GpuTensor, samples: number): GpuTensor {
    this.check(value);
    const made = this.make([samples, ...value.shape.slice(1)]);
    const encoder = this.#device.createCommandEncoder();
    const bytes = bytesOf(value);
    for (let sample = 0; sample < samples; sample++)
      encoder.copyBufferToBuffer(value.buffer, 0, made.buffer, sample * bytes, bytes);
    this.#device.queue.submit([encoder.finish()]);
    return made;
  }

  /** The numbers. Throws Fault where the device was lost or ran out of memory since. */
  async read(value: GpuTensor): Promise<HostTensor> {
    const { integers } = this.#entry(value);
    const bytes = bytesOf(value);
    const copy = this.#device.createBuffer({ size: bytes, usage: staging });
    const encoder = this.#device.createCommandEncoder();
    encoder.copyBufferToBuffer(value.buffer, 0, copy, 0, bytes);
    this.#device.queue.submit([encoder.finish()]);
    await copy.mapAsync(reading).catch(() => {
      throw this.#short
        ? noMemory(value.shape)
        : new Fault("the GPU was lost in a run", { cure: "Run again." });
    });
    const data = copy.getMappedRange().slice(0);
    copy.destroy();
    if (this.#short) {
      this.#short = false;
      throw noMemory(value.shape);
    }
    return tensor(value.shape, integers ? new Int32Array(data) : new Float32Array(data));
  }

  /** One holder more. */
  retain(value: GpuTensor): void {
    this.#entry(value).holders++;
  }

  /** One holder fewer; the last one frees the buffer. */
  release(value: GpuTensor): void {
    const found = this.#held.get(value.buffer);
    if (!found || found.holders === 0) return;
    found.holders--;
    if (found.holders === 0) found.dispose();
  }
}

function noMemory(shape: readonly number[]): Fault {
  return new Fault(`not enough memory on the GPU for [${shape.join(", ")}]`, {
    cure: "Ask for fewer samples (a smaller count).",
  });
}
