import { normals } from "../random.ts";
import { type HostTensor, tensor, zeros } from "../tensor.ts";
import type { Noise } from "../values.ts";

/** Which maps: those of layer `index` (counted from 0) at `resolution`, for samples `from` to `to`. */
interface Place {
  readonly index: number;
  readonly resolution: number;
  readonly from: number;
  readonly to: number;
}

/**
 * [n, 1, resolution, resolution]: for each sample the standard normals of stream `noise:<layer index>`, times the strength; zeros
 * where no noise is wired or the noise leaves this resolution out (SPEC R22).
 */
export function noiseMaps(noise: Noise | undefined, { index, resolution, from, to }: Place): HostTensor {
  const shape = [to - from, 1, resolution, resolution];
  if (!noise || noise.strength === 0 || !covers(noise.resolutions, resolution)) return zeros(shape);
  const area = resolution * resolution;
  const data = new Float32Array((to - from) * area);
  for (let sample = from; sample < to; sample++) {
    const map = normals(noise.seed, `noise:${index}`, sample, area);
    data.set(
      map.map((value) => value * noise.strength),
      (sample - from) * area,
    );
  }
  return tensor(shape, data);
}

function covers([low, high]: readonly [number, number], resolution: number): boolean {
  return resolution >= low && resolution <= high;
}
