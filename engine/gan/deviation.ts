import { type HostTensor, sizeOf, tensor } from "../tensor.ts";

/** How many samples were seen, their mean and the sum of squared differences from it, a number a value of one picture. */
export interface Moments {
  readonly shape: readonly number[];
  readonly count: number;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}

export const noMoments: Moments = {
  shape: [],
  count: 0,
  mean: new Float64Array(0),
  squares: new Float64Array(0),
};

/** The moments of two sets of samples together. Chan, Golub and LeVeque 1979. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const mean = new Float64Array(a.mean.length);
  const squares = new Float64Array(a.mean.length);
  for (let i = 0; i < mean.length; i++) {
    const step = (b.mean[i] ?? 0) - (a.mean[i] ?? 0);
    mean[i] = (a.mean[i] ?? 0) + (step * b.count) / count;
    squares[i] = (a.squares[i] ?? 0) + (b.squares[i] ?? 0) + (step * step * a.count * b.count) / count;
  }
  return { shape: a.shape, count, mean, squares };
}

/** The moments of the samples of [n, 3, h, w]. */
export function momentsOf(image: HostTensor): Moments {
  const shape = image.shape.slice(1);
  const each = sizeOf(shape);
  const count = image.shape[0] ?? 0;
  const mean = new Float64Array(each);
  const squares = new Float64Array(each);
  for (let i = 0; i < image.data.length; i++)
    mean[i % each] = (mean[i % each] ?? 0) + (image.data[i] ?? 0) / count;
  for (let i = 0; i < image.data.length; i++) {
    const difference = (image.data[i] ?? 0) - (mean[i % each] ?? 0);
    squares[i % each] = (squares[i % each] ?? 0) + difference * difference;
  }
  return { shape, count, mean, squares };
}

/**
 * The standard deviation over the samples at each pixel (biased), averaged over the channels, as a grey picture
 * [1, 3, h, w]: 0 is black (-1), `2 / gain` is white (1), and what lies beyond is white.
 */
export function deviationPicture({ shape, count, squares }: Moments, gain: number): HostTensor {
  const [channels = 0, height = 0, width = 0] = shape;
  const area = height * width;
  const data = new Float32Array(3 * area);
  for (let pixel = 0; pixel < area; pixel++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += Math.sqrt((squares[channel * area + pixel] ?? 0) / count);
    const grey = Math.min(1, (gain * sum) / channels - 1);
    data.fill(grey, pixel, pixel + 1);
    data.fill(grey, area + pixel, area + pixel + 1);
    data.fill(grey, 2 * area + pixel, 2 * area + pixel + 1);
  }
  return tensor([1, 3, height, width], data);
}
