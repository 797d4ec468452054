import type { OnnxWriter } from "./OnnxWriter.ts";
import { materialised, type View, whole } from "./view.ts";

interface Convolution {
  readonly vmapDims: number;
  readonly strides: readonly number[];
  readonly padding: readonly (readonly [number, number])[];
  readonly lhsDilation: readonly number[];
  readonly rhsDilation: readonly number[];
}

/** A convolution of [n, c, h, w] by [units, c, h, w]; its input may not be dilated. */
export function lowerConv(
  writer: OnnxWriter,
  x: View,
  w: View,
  { vmapDims, strides, padding, lhsDilation, rhsDilation }: Convolution,
  sizes: readonly number[],
): View {
  if (vmapDims > 0 || lhsDilation.some((step) => step !== 1))
    throw new Error("lower: a convolution of a dilated input has no rule");
  const pads = [...padding.map(([before]) => before), ...padding.map(([, after]) => after)];
  const attributes = { strides, pads, dilations: rhsDilation };
  return whole(writer.write("Conv", [materialised(writer, x), materialised(writer, w)], attributes), sizes);
}
