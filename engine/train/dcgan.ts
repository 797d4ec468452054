/** Convolutional networks after Radford et al. 2015, with upsampling in place of transposed convolutions. */
import type { Architecture, Parameter } from "./architecture.ts";
import { leaky, tanh } from "./mlp.ts";
import { type Normalisation, normalise, normParameters } from "./normalise.ts";
import type { Arr, Arrays, Jax } from "./trace.ts";

export interface DcganOptions {
  /** Height and width of a picture: 4 times a power of 2. */
  readonly size: number;
  /** Numbers of the latent. */
  readonly latent: number;
  /** Units at 4x4; half as many at each doubling. */
  readonly width: number;
}

const slope = 0.2;

function resolutions(size: number): number[] {
  const list = [4];
  while ((list.at(-1) as number) < size) list.push(2 * (list.at(-1) as number));
  return list;
}

const unitsAt = (width: number, at: number) => Math.max(4, Math.round(width / 2 ** at));

function conv(name: string, from: number, to: number): Parameter[] {
  return [
    { name: `${name}.weight`, shape: [to, from, 3, 3], fan: 9 * from },
    { name: `${name}.bias`, shape: [to], fan: 9 * from },
  ];
}

/** 3x3, the same size out as in. */
function convolve(jax: Jax, weights: Arrays, name: string, x: Arr): Arr {
  const bias = weights[`${name}.bias`] as Arr;
  const padding: [number, number][] = [
    [1, 1],
    [1, 1],
  ];
  const y = jax.lax.convGeneralDilated(x, weights[`${name}.weight`] as Arr, [1, 1], padding);
  return y.add(bias.reshape([1, -1, 1, 1]));
}

/** Each pixel four times. x [n, c, h, w]. */
function upsample({ numpy: np }: Jax, x: Arr): Arr {
  const [n = 1, c = 1, h = 1, w = 1] = x.shape;
  return np.broadcastTo(x.reshape([n, c, h, 1, w, 1]), [n, c, h, 2, w, 2]).reshape([n, c, 2 * h, 2 * w]);
}

/** Means of 2x2 pixels. */
function halve({ numpy: np }: Jax, x: Arr): Arr {
  const [n = 1, c = 1, h = 1, w = 1] = x.shape;
  return np.mean(x.reshape([n, c, h / 2, 2, w / 2, 2]), [3, 5]);
}

/** z [n, latent] to pictures [n, 3, size, size] in [-1, 1]. */
export function dcganGenerator({ size, latent, width }: DcganOptions): Architecture {
  const grid = resolutions(size);
  const units = grid.map((_, at) => unitsAt(width, at));
  const parameters = [
    { name: "project.weight", shape: [latent, 16 * width], fan: latent },
    { name: "project.bias", shape: [16 * width], fan: latent },
    ...grid.slice(1).flatMap((r, at) => conv(`conv${r}`, units[at] as number, units[at + 1] as number)),
    ...conv("rgb", units.at(-1) as number, 3),
  ];
  return {
    parameters,
    input: [latent],
    output: [3, size, size],
    layers: grid.map((resolution, at) => ({
      name: `${resolution}x${resolution}`,
      resolution,
      units: units[at] as number,
    })),
    batchNorms: [],
    forward(jax, weights, z, look) {
      const { numpy: np } = jax;
      const flat = np.dot(z, weights["project.weight"] as Arr).add(weights["project.bias"] as Arr);
      let y = np.maximum(flat.reshape([-1, width, 4, 4]), 0);
      look?.maps?.(0, y.ref);
      for (const [at, r] of grid.slice(1).entries()) {
        y = np.maximum(convolve(jax, weights, `conv${r}`, upsample(jax, y)), 0);
        look?.maps?.(at + 1, y.ref);
      }
      return tanh(jax, convolve(jax, weights, "rgb", y));
    },
  };
}

/** Pictures [n, 3, size, size] to logits [n, 1]. */
export function dcganDiscriminator(
  { size, width }: Omit<DcganOptions, "latent">,
  normalisation: Normalisation,
): Architecture {
  const grid = resolutions(size).slice(1).reverse();
  const units = grid.map((_, at) => unitsAt(width, grid.length - 1 - at));
  const last = units.at(-1) as number;
  const parameters = [
    ...grid.flatMap((r, at) => [
      ...conv(`conv${r}`, at === 0 ? 3 : (units[at - 1] as number), units[at] as number),
      ...(at === 0 ? [] : normParameters(normalisation, `norm${r}`, units[at] as number)),
    ]),
    { name: "judge.weight", shape: [16 * last, 1], fan: 16 * last },
    { name: "judge.bias", shape: [1], fan: 16 * last },
  ];
  return {
    parameters,
    input: [3, size, size],
    output: [1],
    layers: [],
    batchNorms:
      normalisation === "batch"
        ? grid.slice(1).map((r, at) => ({ name: `norm${r}`, units: units[at + 1] as number }))
        : [],
    forward(jax, weights, x, look) {
      let y = x;
      for (const [at, r] of grid.entries()) {
        y = convolve(jax, weights, `conv${r}`, y);
        if (at > 0) y = normalise(jax, normalisation, weights, `norm${r}`, y, look);
        y = halve(jax, leaky(jax, y, slope));
      }
      return jax.numpy
        .dot(y.reshape([-1, 16 * last]), weights["judge.weight"] as Arr)
        .add(weights["judge.bias"] as Arr);
    },
  };
}
