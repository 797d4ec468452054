import type { Kernel } from "../../../engine/gpu/defineKernel.ts";
import { type Gpu, openGpu } from "../../../engine/gpu/device.ts";
import { argmaxClasses } from "../../../engine/gpu/kernels/argmaxClasses.ts";
import { toPixels } from "../../../engine/gpu/kernels/toPixels.ts";
import { unitCounts } from "../../../engine/gpu/kernels/unitCounts.ts";
import { type UnitMask, unitMask } from "../../../engine/gpu/kernels/unitMask.ts";
import { normals, uniforms } from "../../../engine/random.ts";
import { type HostTensor, sizeOf, tensor } from "../../../engine/tensor.ts";

/** How far one kernel on the GPU is from its reference on the CPU. */
export interface Comparison {
  readonly what: string;
  readonly shape: readonly number[];
  readonly expected: readonly number[];
  readonly worst: number;
}

const normal = (shape: number[], name: string): HostTensor =>
  tensor(shape, normals(1, name, 0, sizeOf(shape)));
const uniform = (shape: number[], name: string): HostTensor =>
  tensor(shape, uniforms(1, name, 0, sizeOf(shape)));

/** Every kernel on odd sizes, broadcast regions and values at the ends of their range. */
export async function compareKernels(): Promise<Comparison[]> {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error("there is no WebGPU adapter");
  const gpu = await openGpu(adapter, () => undefined);
  const features = normal([3, 5, 7, 6], "features");
  const units = uniform([5], "units");
  const values = normal([5], "values");
  const masks: UnitMask[] = [{ mode: "ablate" }, { mode: "insert" }, { mode: "scale" }];
  const results: Comparison[] = [];
  for (const mask of masks) {
    for (const samples of [1, 3]) {
      const region = uniform([samples, 7, 6], "region");
      const what = `unitMask ${mask.mode}, ${samples} regions`;
      results.push(await compare(gpu, what, unitMask, [features, units, region, values], mask));
    }
  }
  const chosen = tensor([5], Float32Array.of(0, 1, 0, 1, 0));
  const levels = tensor([5], Float32Array.of(Number.POSITIVE_INFINITY, 2, Number.NaN, 3, 4));
  const spoilt = normal([3, 5, 7, 6], "features");
  spoilt.data[42] = Number.POSITIVE_INFINITY;
  const everywhere = tensor([1, 7, 6], new Float32Array(42).fill(1));
  for (const mask of masks.slice(0, 2)) {
    const what = `unitMask ${mask.mode}, NaN and infinity where they stay out`;
    results.push(await compare(gpu, what, unitMask, [spoilt, chosen, everywhere, levels], mask));
  }
  const image = normal([2, 3, 5, 9], "image");
  image.data.set([-1, 1, 0, Number.NaN, -7, 7]);
  results.push(await compare(gpu, "toPixels", toPixels, [image], {}));
  const ids = tensor(
    [3, 20, 15],
    Int32Array.from(uniform([3, 20, 15], "ids").data, (x) => Math.floor(5 * x) - 1),
  );
  results.push(
    await compare(gpu, "unitCounts", unitCounts, [features, uniform([5], "levels"), ids], { classes: 3 }),
  );
  for (const layout of ["NCHW", "NHWC"] as const) {
    const logits = normal(layout === "NCHW" ? [2, 7, 9, 5] : [2, 9, 5, 7], "logits");
    results.push(
      await compare(gpu, `argmaxClasses ${layout}`, argmaxClasses, [logits], { layout, classes: 7 }),
    );
  }
  gpu.close();
  return results;
}

async function compare<U>(
  gpu: Gpu,
  what: string,
  kernel: Kernel<U>,
  inputs: readonly HostTensor[],
  settings: U,
): Promise<Comparison> {
  const expected = kernel.reference(inputs, settings);
  const uploaded = inputs.map((input) => gpu.upload(input));
  const made = await gpu.read(await gpu.apply(kernel, uploaded, settings));
  let worst = 0;
  for (let i = 0; i < expected.data.length; i++) {
    const gap = Math.abs((made.data[i] ?? Number.NaN) - (expected.data[i] ?? 0));
    if (!(gap <= worst)) worst = gap;
  }
  return { what, shape: made.shape, expected: expected.shape, worst };
}
