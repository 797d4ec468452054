/** The numbers of a TensorProto, whichever of its fields holds them. */
import { Fault } from "../fault.ts";
import { sizeOf, type TensorData } from "../tensor.ts";
import { type TensorProto, TensorProto_DataType as type } from "./onnx_pb.ts";

/** Raw little-endian bytes at any offset, copied so that they are aligned. */
function raw<T>(bytes: Uint8Array, make: (buffer: ArrayBuffer) => T): T {
  return make(new Uint8Array(bytes).buffer);
}

function integers(weights: TensorProto): ArrayLike<number | bigint> {
  const { rawData, int64Data, int32Data } = weights;
  const { INT64, UINT8, INT8, BOOL } = type;
  if (weights.dataType === INT64)
    return rawData.length > 0 ? raw(rawData, (b) => new BigInt64Array(b)) : int64Data;
  if (rawData.length === 0) return int32Data;
  if (weights.dataType === INT8) return raw(rawData, (b) => new Int8Array(b));
  if (weights.dataType === UINT8 || weights.dataType === BOOL) return rawData;
  return raw(rawData, (b) => new Int32Array(b));
}

function reals(weights: TensorProto): ArrayLike<number> {
  const { rawData, floatData, doubleData, int32Data } = weights;
  if (weights.dataType === type.DOUBLE)
    return rawData.length > 0 ? raw(rawData, (b) => new Float64Array(b)) : doubleData;
  if (weights.dataType === type.FLOAT16)
    return halfToFloat(rawData.length > 0 ? raw(rawData, (b) => new Uint16Array(b)) : int32Data);
  return rawData.length > 0 ? raw(rawData, (b) => new Float32Array(b)) : floatData;
}

/** IEEE binary16 bit patterns as float32. */
export function halfToFloat(bits: ArrayLike<number>): Float32Array {
  return Float32Array.from(bits, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}

/**
 * Weights as numbers in C order: float32 for the real types (float16, float32, float64), int32 for bool and for
 * integers up to 64 bits. Throws Fault for other types and where the count does not fit the shape.
 */
export function numbersOf(weights: TensorProto): TensorData {
  const { FLOAT, DOUBLE, FLOAT16, INT32, INT64, INT8, UINT8, BOOL } = type;
  const isReal = ([FLOAT, DOUBLE, FLOAT16] as number[]).includes(weights.dataType);
  if (!isReal && !([INT32, INT64, INT8, UINT8, BOOL] as number[]).includes(weights.dataType))
    throw new Fault(`${weights.name}: weights of ONNX data type ${weights.dataType} cannot be read`);
  const data = isReal ? Float32Array.from(reals(weights)) : Int32Array.from(integers(weights), Number);
  const size = sizeOf(weights.dims.map(Number));
  if (data.length !== size) throw new Fault(`${weights.name}: expected ${size} numbers, got ${data.length}`);
  return data;
}
