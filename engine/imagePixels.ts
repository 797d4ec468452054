import type { Runtime } from "./context.ts";
import { toPixels } from "./gpu/kernels/toPixels.ts";
import type { Pixels } from "./maps.ts";
import { slice, type Tensor } from "./tensor.ts";

/** Pixels of up to `limit` samples of [n, 3, h, w], made where the image lies. */
export async function imagePixels(image: Tensor, runtime: Runtime, limit: number, from = 0): Promise<Pixels> {
  const [total = 0, , height = 0, width = 0] = image.shape;
  const to = Math.min(total, from + limit);
  const near = image.place === "host" ? slice(image, from, to) : image;
  const painted = await runtime.apply(toPixels, [near], {});
  const { data } = await runtime.read(painted);
  runtime.release(painted);
  const first = image.place === "host" ? 0 : from;
  const samples = Array.from({ length: to - from }, (_, i) => {
    const pixels = data.slice((first + i) * height * width, (first + i + 1) * height * width);
    return new Uint8ClampedArray(pixels.buffer as ArrayBuffer);
  });
  return { kind: "pixels", width, height, samples, total, columns: null };
}
