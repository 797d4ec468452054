import type { GeneratorCard } from "../card.ts";
import { normals, uniforms } from "../random.ts";
import { type HostTensor, tensor } from "../tensor.ts";

/** Latents [to - from, size] for a generator, from the distribution that its card names (SPEC R22). */
export function drawLatents(
  { size, distribution = "normal" }: GeneratorCard["latent"],
  seed: number,
  { from, to }: { readonly from: number; readonly to: number },
): HostTensor {
  const data = new Float32Array((to - from) * size);
  for (let sample = from; sample < to; sample++) {
    const drawn =
      distribution === "normal"
        ? normals(seed, "latent", sample, size)
        : uniforms(seed, "latent", sample, size).map((u) => 2 * u - 1);
    data.set(drawn, (sample - from) * size);
  }
  return tensor([to - from, size], data);
}
