/** What is drawn at random in a run: a function of the seed and of where it is drawn, so that a run can be taken up anywhere. */
import { normals, uniforms } from "../random.ts";
import { type HostTensor, sizeOf, tensor } from "../tensor.ts";
import type { EvolveSettings } from "./settings.ts";

type Drawn = Pick<EvolveSettings, "seed" | "latent" | "distribution">;

/** Latents [count, latent] of draw `at` of a stream. */
export function drawLatents(
  { seed, latent, distribution }: Drawn,
  stream: string,
  at: number,
  count: number,
): HostTensor {
  const size = count * latent;
  const data =
    distribution === "normal"
      ? normals(seed, stream, at, size)
      : uniforms(seed, stream, at, size).map((u) => 2 * u - 1);
  return tensor([count, latent], data);
}

/** `count` samples of the data, each as likely as any other. */
export function drawSamples(
  samples: HostTensor,
  seed: number,
  stream: string,
  at: number,
  count: number,
): HostTensor {
  const [total = 1, ...shape] = samples.shape;
  const each = sizeOf(shape);
  const data = new Float32Array(count * each);
  for (const [i, u] of uniforms(seed, stream, at, count).entries()) {
    const from = Math.floor(u * total) * each;
    data.set(samples.data.subarray(from, from + each), i * each);
  }
  return tensor([count, ...shape], data);
}

/** Samples `from` on, `count` of them, beginning anew at the end. */
export function takeSamples(samples: HostTensor, from: number, count: number): HostTensor {
  const [total = 1, ...shape] = samples.shape;
  const each = sizeOf(shape);
  const data = new Float32Array(count * each);
  for (let i = 0; i < count; i++) {
    const at = ((from + i) % total) * each;
    data.set(samples.data.subarray(at, at + each), i * each);
  }
  return tensor([count, ...shape], data);
}

/** `count` different numbers below `of`. */
export function drawDistinct(seed: number, stream: string, at: number, of: number, count: number): number[] {
  const keys = uniforms(seed, stream, at, of);
  return Array.from({ length: of }, (_, i) => i)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number))
    .slice(0, count);
}
