import { type HostTensor, sizeOf, tensor } from "../tensor.ts";

/** Sample `order[i]` of `value` as sample i: picks, repeats and reorders along the first axis. */
export function repeatSamples(value: HostTensor, order: readonly number[]): HostTensor {
  const each = sizeOf(value.shape.slice(1));
  const shape = [order.length, ...value.shape.slice(1)];
  const data =
    value.data instanceof Int32Array ? new Int32Array(sizeOf(shape)) : new Float32Array(sizeOf(shape));
  for (const [at, sample] of order.entries())
    data.set(value.data.subarray(sample * each, (sample + 1) * each), at * each);
  return tensor(shape, data);
}
