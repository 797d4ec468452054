/** Arrays on the wires: a shape in C order and its numbers, on the host, on the GPU, or not yet computed. */

export type TensorData = Float32Array | Int32Array;

/** Numbers in host memory. */
export interface HostTensor {
  readonly place: "host";
  readonly shape: readonly number[];
  readonly data: TensorData;
}

/** float32 or int32 numbers in a buffer of the engine's one GPUDevice (`gpu/device.ts`). */
export interface GpuTensor {
  readonly place: "gpu";
  readonly shape: readonly number[];
  readonly buffer: GPUBuffer;
}

/**
 * A tensor that a model will compute when somebody needs its numbers (SPEC R18). A layer that continues a deferred
 * tensor runs as one cut with it; `force` runs what is pending once and remembers the result.
 */
export interface DeferredTensor {
  readonly place: "deferred";
  readonly shape: readonly number[];
  force(): Promise<HostTensor | GpuTensor>;
}

export type Tensor = HostTensor | GpuTensor | DeferredTensor;

/** The number of elements that a shape holds; 1 for a scalar. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** A host tensor over `data`, which is not copied. Throws where the shape holds another number of elements. */
export function tensor(shape: readonly number[], data: TensorData): HostTensor {
  if (sizeOf(shape) !== data.length)
    throw new Error(`tensor: shape [${shape.join(", ")}] holds ${sizeOf(shape)} numbers, got ${data.length}`);
  return { place: "host", shape, data };
}

/** float32 zeros. */
export function zeros(shape: readonly number[]): HostTensor {
  return tensor(shape, new Float32Array(sizeOf(shape)));
}

/** Bytes that the tensor keeps alive; every element takes four. */
export function bytesOf(value: Tensor): number {
  return 4 * sizeOf(value.shape);
}

/** Samples `from` to `to` of a host tensor along the first axis, as a view without a copy. */
export function slice(value: HostTensor, from: number, to: number): HostTensor {
  const each = sizeOf(value.shape.slice(1));
  return tensor([to - from, ...value.shape.slice(1)], value.data.subarray(from * each, to * each));
}

/** Host tensors joined along the first axis. All must agree in the other extents and in type. */
export function concat(parts: readonly HostTensor[]): HostTensor {
  const first = parts[0];
  if (!first) throw new Error("concat: nothing to join");
  if (parts.length === 1) return first;
  const rest = first.shape.slice(1);
  const samples = parts.reduce((sum, part) => sum + (part.shape[0] ?? 0), 0);
  const shape = [samples, ...rest];
  const data =
    first.data instanceof Int32Array ? new Int32Array(sizeOf(shape)) : new Float32Array(sizeOf(shape));
  let at = 0;
  for (const part of parts) {
    if (part.shape.slice(1).join() !== rest.join())
      throw new Error(`concat: [${part.shape.join(", ")}] does not continue [${first.shape.join(", ")}]`);
    data.set(part.data, at);
    at += part.data.length;
  }
  return tensor(shape, data);
}
