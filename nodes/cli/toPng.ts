import { encode } from "fast-png";
import type { Context } from "../../engine/context.ts";
import { toPixels } from "../../engine/gpu/kernels/toPixels.ts";
import type { View } from "../../engine/node.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";
import type { Image } from "../../engine/values.ts";

type Runtime = Context["runtime"];

/** A view of pictures as the bytes of one PNG: the pictures edge to edge, in rows of the view's columns. */
export async function imagesToPng(
  runtime: Runtime,
  { image, columns }: View & { kind: "images" },
): Promise<Uint8Array> {
  const pixels = await runtime.read(await runtime.apply(toPixels, [image.tensor], {}));
  return gridToPng(pixels, columns);
}

/** A comparison as one PNG: a row a sample with a, then b, then for `difference` half of a - b, grey where equal. */
export async function comparisonToPng(
  runtime: Runtime,
  { a, b, mode }: View & { kind: "comparison" },
): Promise<Uint8Array> {
  const pictures = [await hostOf(runtime, a), await hostOf(runtime, b)];
  const [left, right] = pictures as [HostTensor, HostTensor];
  if (mode === "difference") pictures.push(difference(left, right));
  const n = Math.max(left.shape[0] ?? 0, right.shape[0] ?? 0);
  const rows = Array.from({ length: n }, (_, sample) => pictures.map((batch) => sampleOf(batch, sample)));
  const [, ...rest] = left.shape;
  const flat = rows.flat();
  const data = new Float32Array(flat.length * (flat[0]?.length ?? 0));
  for (const [at, picture] of flat.entries()) data.set(picture, at * picture.length);
  const joined = tensor([flat.length, ...rest], data);
  return gridToPng(await runtime.read(await runtime.apply(toPixels, [joined], {})), pictures.length);
}

const hostOf = (runtime: Runtime, image: Image) => runtime.read(image.tensor);

/** The numbers of a sample; of the only one where there is one. */
function sampleOf({ shape, data }: HostTensor, sample: number): Float32Array {
  const each = data.length / (shape[0] ?? 1);
  const at = shape[0] === 1 ? 0 : sample;
  return data.subarray(at * each, (at + 1) * each) as Float32Array;
}

function difference(a: HostTensor, b: HostTensor): HostTensor {
  const larger = a.data.length >= b.data.length ? a : b;
  const data = new Float32Array(larger.data.length);
  for (let i = 0; i < data.length; i++)
    data[i] = ((a.data[i % a.data.length] ?? 0) - (b.data[i % b.data.length] ?? 0)) / 2;
  return tensor(larger.shape, data);
}

/** Packed RGBA pixels [n, h, w] as one RGB picture; cells without a picture are black. */
function gridToPng({ shape, data }: HostTensor, columns: number): Uint8Array {
  const [n = 0, h = 0, w = 0] = shape;
  const across = Math.max(1, Math.min(columns, n));
  const width = across * w;
  const height = Math.ceil(n / across) * h;
  const rgb = new Uint8Array(3 * width * height);
  for (const [i, packed] of data.entries()) {
    const sample = Math.floor(i / (h * w));
    const [row, column] = [Math.floor((i % (h * w)) / w), i % w];
    const y = Math.floor(sample / across) * h + row;
    const x = (sample % across) * w + column;
    rgb.set([packed & 255, (packed >> 8) & 255, (packed >> 16) & 255], 3 * (y * width + x));
  }
  return encode({ width, height, data: rgb, channels: 3 });
}
