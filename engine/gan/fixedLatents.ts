import { normals, uniforms } from "../random.ts";
import { type HostTensor, tensor } from "../tensor.ts";
import type { Evolving } from "./evolution.ts";

/** z [n, size] by which a run is looked at: the same at every generation. */
export function fixedLatents({ latent, seed }: Pick<Evolving, "latent" | "seed">, n: number): HostTensor {
  const { size, distribution } = latent;
  const z = new Float32Array(n * size);
  for (let sample = 0; sample < n; sample++) {
    const drawn =
      distribution === "normal"
        ? normals(seed, "shown", sample, size)
        : uniforms(seed, "shown", sample, size).map((u) => 2 * u - 1);
    z.set(drawn, sample * size);
  }
  return tensor([n, size], z);
}
