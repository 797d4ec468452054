/**
 * NumPy's .npy files (NEP 1, versions 1 to 3), read and written here in a few lines: the kept library, npyjs 1.2, reads
 * complex and Fortran-ordered numbers as if they were none, takes truncated files, and brings a fetch polyfill along.
 */
import { Fault } from "./fault.ts";
import { type HostTensor, sizeOf, type TensorData, tensor } from "./tensor.ts";

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

interface Header {
  readonly descr: string;
  readonly shape: number[];
  /** Where the numbers start, in bytes. */
  readonly start: number;
}

/**
 * An array in C order, little-endian: float32 and int32 as they are, other real types as float32, other integers and
 * bool as int32. `file` names it in reasons. Throws Fault for all else and for truncated files.
 */
export function readNpy(bytes: Uint8Array, file = "array"): HostTensor {
  const { descr, shape, start } = readHeader(bytes, file);
  const reader = readers[descr.slice(1)];
  if (descr.startsWith(">")) throw unreadable(file, `big-endian numbers (${descr})`, ".astype('<f4')");
  if (!reader) throw unreadable(file, `numbers of type ${descr}`, ".astype(np.float32)");
  const size = sizeOf(shape);
  const end = start + size * reader.bytes;
  if (bytes.length < end)
    throw new Fault(`${file}: truncated: [${shape.join(", ")}] takes ${end} bytes, got ${bytes.length}`);
  return tensor(shape, reader.read(new Uint8Array(bytes.subarray(start, end)).buffer));
}

function unreadable(file: string, what: string, cure: string): Fault {
  return new Fault(`${file}: ${what} cannot be read`, { cure: `Save it from NumPy with ${cure}.` });
}

const readers: Record<string, { bytes: number; read: (buffer: ArrayBuffer) => TensorData }> = {
  f4: { bytes: 4, read: (buffer) => new Float32Array(buffer) },
  f8: { bytes: 8, read: (buffer) => Float32Array.from(new Float64Array(buffer)) },
  i4: { bytes: 4, read: (buffer) => new Int32Array(buffer) },
  i8: { bytes: 8, read: (buffer) => Int32Array.from(new BigInt64Array(buffer), Number) },
  i2: { bytes: 2, read: (buffer) => Int32Array.from(new Int16Array(buffer)) },
  u2: { bytes: 2, read: (buffer) => Int32Array.from(new Uint16Array(buffer)) },
  i1: { bytes: 1, read: (buffer) => Int32Array.from(new Int8Array(buffer)) },
  u1: { bytes: 1, read: (buffer) => Int32Array.from(new Uint8Array(buffer)) },
  b1: { bytes: 1, read: (buffer) => Int32Array.from(new Uint8Array(buffer)) },
};

function readHeader(bytes: Uint8Array, file: string): Header {
  if (!magic.every((byte, index) => bytes[index] === byte)) throw new Fault(`${file}: not an .npy file`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[6] !== 1;
  if (bytes.length < 12) throw new Fault(`${file}: truncated: it ends within the header`);
  const from = wide ? 12 : 10;
  const start = from + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  if (bytes.length < start) throw new Fault(`${file}: truncated: it ends within the header`);
  const text = new TextDecoder().decode(bytes.subarray(from, start));
  const descr = /'descr'\s*:\s*'([^']+)'/.exec(text)?.[1];
  const extents = /'shape'\s*:\s*\(([^)]*)\)/.exec(text)?.[1];
  if (descr === undefined || extents === undefined)
    throw unreadable(file, "structured numbers", ".astype(np.float32)");
  if (/'fortran_order'\s*:\s*True/.test(text))
    throw unreadable(file, "an array in Fortran order", "np.ascontiguousarray(...)");
  return { descr, start, shape: extents.split(",").map(Number.parseFloat).filter(Number.isInteger) };
}

/** The bytes of an .npy file, version 1: float32 or int32, little-endian, in C order. */
export function writeNpy({ shape, data }: HostTensor): Uint8Array<ArrayBuffer> {
  const descr = data instanceof Int32Array ? "<i4" : "<f4";
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const start = Math.ceil((10 + text.length + 1) / 64) * 64;
  const bytes = new Uint8Array(start + data.byteLength);
  bytes.set([...magic, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, start - 10, true);
  bytes.set(new TextEncoder().encode(`${text.padEnd(start - 11)}\n`), 10);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), start);
  return bytes;
}
