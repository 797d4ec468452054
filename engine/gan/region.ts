/** Bringing a painted region to the grid of a layer. */
import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import { type HostTensor, tensor } from "../tensor.ts";
import type { Features, Mask } from "../values.ts";

/** Cell `i` of `cells` over `extent` entries spans [floor(i e / c), ceil((i + 1) e / c)): torch's adaptive pooling. */
function span(i: number, cells: number, extent: number): [number, number] {
  return [Math.floor((i * extent) / cells), Math.ceil(((i + 1) * extent) / cells)];
}

/**
 * Adaptive max pooling of masks [n, h, w] to [n, rows, columns], from larger and from smaller sizes alike (GAN
 * Dissection, gandissect serverstate.py). A mask of that size comes back as it is. Throws Fault for another rank.
 */
export function adaptiveMaxPool(mask: HostTensor, rows: number, columns: number): HostTensor {
  const [n = 0, h = 0, w = 0] = mask.shape;
  if (mask.shape.length !== 3) throw new Fault(`expected a mask [n, h, w], got [${mask.shape.join(", ")}]`);
  if (h === rows && w === columns) return mask;
  const pooled = new Float32Array(n * rows * columns);
  for (let sample = 0; sample < n; sample++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        pooled[(sample * rows + row) * columns + column] = largest(
          mask.data.subarray(sample * h * w, (sample + 1) * h * w),
          w,
          span(row, rows, h),
          span(column, columns, w),
        );
  return tensor([n, rows, columns], pooled);
}

/** The mask. Throws Fault where it has no pixels, or numbers outside [0, 1]. */
function requireRegion(mask: HostTensor): HostTensor {
  if (mask.shape.slice(1).includes(0))
    throw new Fault(`the mask is [${mask.shape.join(", ")}]: it has no pixels`, {
      port: "region",
      cure: "Give a mask of at least 1x1.",
    });
  for (let i = 0; i < mask.data.length; i++) {
    const level = mask.data[i] as number;
    if (level >= 0 && level <= 1) continue;
    throw new Fault(`the mask holds ${level}, outside [0, 1]`, {
      port: "region",
      cure: level > 1 ? "Divide it by its largest value." : "Give numbers from 0 to 1.",
    });
  }
  return mask;
}

function largest(
  data: ArrayLike<number>,
  width: number,
  [top, bottom]: [number, number],
  [left, right]: [number, number],
): number {
  let found = Number.NEGATIVE_INFINITY;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) found = Math.max(found, data[y * width + x] as number);
  return found;
}

/** The region [n or 1, h, w] on the grid of the features; everywhere, [1, h, w], where there is none. */
export async function regionOn(
  context: Context,
  { tensor: { shape } }: Features,
  region: Mask | undefined,
): Promise<HostTensor> {
  const [, , height = 0, width = 0] = shape;
  if (!region) return tensor([1, height, width], new Float32Array(height * width).fill(1));
  return adaptiveMaxPool(requireRegion(await context.runtime.read(region.tensor)), height, width);
}
