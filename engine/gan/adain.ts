import { type HostTensor, sizeOf, tensor } from "../tensor.ts";

const EPSILON = 1e-8;

/** Mean and biased variance of one feature map. */
function statistics(map: ArrayLike<number>): { mean: number; variance: number } {
  let sum = 0;
  for (let i = 0; i < map.length; i++) sum += map[i] ?? 0;
  const mean = sum / map.length;
  let squares = 0;
  for (let i = 0; i < map.length; i++) squares += ((map[i] ?? 0) - mean) ** 2;
  return { mean, variance: squares / map.length };
}

/**
 * sigma(style) (x - mu(content)) / sqrt(var(content) + 1e-8) + mu(style), per sample and unit, biased variance. Both
 * [n, units, h, w]; sizes h, w may differ, samples and units must agree. Huang and Belongie 2017, equation 8; Karras et al. 2018, equation 1.
 */
export function adain(content: HostTensor, style: HostTensor): HostTensor {
  const each = sizeOf(content.shape.slice(2));
  const styleEach = sizeOf(style.shape.slice(2));
  const out = new Float32Array(content.data.length);
  for (let map = 0; map * each < out.length; map++) {
    const x = content.data.subarray(map * each, (map + 1) * each);
    const from = statistics(x);
    const to = statistics(style.data.subarray(map * styleEach, (map + 1) * styleEach));
    const scale = Math.sqrt(to.variance) / Math.sqrt(from.variance + EPSILON);
    for (let i = 0; i < each; i++) out[map * each + i] = ((x[i] ?? 0) - from.mean) * scale + to.mean;
  }
  return tensor(content.shape, out);
}
