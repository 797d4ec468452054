/** Tensors to and from onnxruntime. On our side, real types are float32 and integers int32. */
import type { Ort, OrtTensor } from "../platform/ort.ts";
import type { HostTensor } from "../tensor.ts";
import { tensor } from "../tensor.ts";
import { TensorProto_DataType as type } from "./onnx_pb.ts";
import { halfToFloat } from "./weights.ts";

/** `elementType` is what the model takes (TensorProto.DataType). float32 and int32 are not copied. */
export function toOrt(ort: Ort, { data, shape }: HostTensor, elementType: number): OrtTensor {
  const { Tensor } = ort;
  if (elementType === type.INT64) return new Tensor("int64", BigInt64Array.from(data, toBig), shape);
  if (elementType === type.INT32) return new Tensor("int32", Int32Array.from(data), shape);
  if (elementType === type.DOUBLE) return new Tensor("float64", Float64Array.from(data), shape);
  if (elementType === type.UINT8) return new Tensor("uint8", Uint8Array.from(data), shape);
  if (elementType === type.BOOL)
    return new Tensor(
      "bool",
      Uint8Array.from(data, (x) => (x ? 1 : 0)),
      shape,
    );
  if (elementType === type.FLOAT16) return new Tensor("float16", halves(data), shape);
  return new Tensor("float32", data instanceof Float32Array ? data : Float32Array.from(data), shape);
}

function toBig(value: number): bigint {
  return BigInt(Math.trunc(value));
}

/** The tensor's numbers, which must lie in host memory. */
export function fromOrt({ data, dims }: OrtTensor): HostTensor {
  if (data instanceof Float32Array || data instanceof Int32Array) return tensor([...dims], data);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array)
    return tensor([...dims], Int32Array.from(data as BigInt64Array, Number));
  if (data instanceof Uint16Array) return tensor([...dims], halfToFloat(data));
  if (data instanceof Uint8Array || data instanceof Int8Array)
    return tensor([...dims], Int32Array.from(data));
  return tensor([...dims], Float32Array.from(data as unknown as ArrayLike<number>));
}

/** binary16 bit patterns, rounded to nearest even; beyond 65504 infinity. */
function halves(data: ArrayLike<number>): Uint16Array {
  return Uint16Array.from(data, (value) => {
    const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
    const size = Math.abs(value);
    if (Number.isNaN(size)) return 0x7e00;
    if (size >= 65520) return sign | 0x7c00;
    const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
    const steps = size / 2 ** (exponent - 10);
    const rounded = roundHalfEven(steps);
    return sign | (exponent === -14 && rounded < 1024 ? rounded : ((exponent + 15) << 10) + rounded - 1024);
  });
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
