import { type HostTensor, tensor } from "../../engine/tensor.ts";

/** The mean over 8x8 tiles of a [1, 3, 64, 64] picture: [3, 8, 8]. */
export function averaged({ data }: HostTensor): HostTensor {
  const out = new Float32Array(3 * 64);
  for (const [i, value] of data.entries()) {
    const [plane, y, x] = [Math.floor(i / 4096), Math.floor((i % 4096) / 512), Math.floor((i % 64) / 8)];
    out[plane * 64 + y * 8 + x] = (out[plane * 64 + y * 8 + x] ?? 0) + value / 64;
  }
  return tensor([3, 8, 8], out);
}
