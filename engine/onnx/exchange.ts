/** Tensors in and out of one run: on the host, or in buffers of the GPU without a copy. */
import type { Gpu } from "../gpu/device.ts";
import type { Ort, OrtTensor } from "../platform/ort.ts";
import { concat, type GpuTensor, type HostTensor, tensor } from "../tensor.ts";
import { locked } from "./lock.ts";
import { TensorProto_DataType } from "./onnx_pb.ts";
import { fromOrt, toOrt } from "./ortTensor.ts";

/** How one feed enters: in this shape, its one sample repeated `times`, as elements of this TensorProto.DataType. */
export interface Entry {
  readonly shape: readonly number[];
  readonly times: number;
  readonly elementType: number;
}

/** A feed as onnxruntime takes it; `leave` frees what was made for this run alone. */
export interface Entered {
  readonly tensor: OrtTensor;
  leave(): void;
}

export function enterHost(ort: Ort, value: HostTensor, entry: Entry): Entered {
  return { tensor: toOrt(ort, shaped(value, entry), entry.elementType), leave: () => undefined };
}

/** A feed on the host in the shape in which it enters. */
export function shaped({ data }: HostTensor, { shape, times }: Entry): HostTensor {
  const one = tensor(shape, data);
  return times === 1 ? one : concat(Array.from({ length: times }, () => one));
}

/** Only float32 lies on the GPU: for another element type the numbers take the way over the host. */
export async function enterGpu(ort: Ort, gpu: Gpu, value: GpuTensor, entry: Entry): Promise<Entered> {
  const { shape, times, elementType } = entry;
  if (elementType !== TensorProto_DataType.FLOAT) return enterHost(ort, await gpu.read(value), entry);
  gpu.retain(value);
  const whole = times === 1 ? value : gpu.repeat(value, times);
  const dims = [...(times === 1 ? shape : [times, ...shape.slice(1)])];
  const buffer = whole.buffer as Parameters<Ort["Tensor"]["fromGpuBuffer"]>[0];
  return {
    tensor: ort.Tensor.fromGpuBuffer(buffer, { dataType: "float32", dims }),
    leave() {
      gpu.release(value);
      if (whole !== value) gpu.release(whole);
    },
  };
}

/** An output as a tensor of ours. What onnxruntime made on the GPU goes back to it when the last holder lets go. */
export async function leaveOrt(made: OrtTensor, gpu: Gpu | null): Promise<HostTensor | GpuTensor> {
  if (!gpu || made.location !== "gpu-buffer") return fromOrt(made);
  if (made.type === "float32")
    return gpu.adopt([...made.dims], made.gpuBuffer as unknown as GPUBuffer, () => {
      void locked(async () => made.dispose()).catch(() => undefined); // it fails where the device is lost
    });
  await locked(() => made.getData(true));
  return fromOrt(made);
}
