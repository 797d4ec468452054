import { type HostTensor, tensor } from "../tensor.ts";

/**
 * w' = mean + psi (w - mean), for w [n, size] and mean [size]. psi 1 leaves w, 0 gives the mean, below 0 the other side of it.
 * Karras et al. 2018, appendix B.
 */
export function truncate(w: HostTensor, mean: ArrayLike<number>, psi: number): HostTensor {
  const out = new Float32Array(w.data.length);
  for (let i = 0; i < out.length; i++) {
    const centre = mean[i % mean.length] ?? 0;
    out[i] = centre + psi * ((w.data[i] ?? 0) - centre);
  }
  return tensor(w.shape, out);
}
