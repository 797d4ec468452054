import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNpy, writeNpy } from "../../engine/npy.ts";
import { sizeOf, tensor } from "../../engine/tensor.ts";

/** A file of NumPy's: magic, version, header padded to 64 bytes, numbers. */
function file(
  descr: string,
  shape: string,
  numbers: ArrayBufferView,
  { fortran = "False", version = 1 } = {},
) {
  const text = `{'descr': ${descr}, 'fortran_order': ${fortran}, 'shape': ${shape}, }`;
  const lead = version === 1 ? 10 : 12;
  const header = `${text.padEnd(Math.ceil((lead + text.length + 1) / 64) * 64 - lead - 1)}\n`;
  const length =
    version === 1
      ? [header.length % 256, header.length >> 8]
      : [header.length % 256, header.length >> 8, 0, 0];
  const start = [0x93, ...new TextEncoder().encode("NUMPY"), version, 0, ...length];
  const data = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return Uint8Array.of(...start, ...new TextEncoder().encode(header), ...data);
}

describe(".npy files", () => {
  test("come back as they were written", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 4 }), fc.boolean(), (shape, integers) => {
        const data = Array.from({ length: sizeOf(shape) }, (_, i) => i - 2.5);
        const value = tensor(shape, integers ? Int32Array.from(data) : Float32Array.from(data));
        expect(readNpy(writeNpy(value))).toEqual(value);
      }),
    );
  });

  test("are byte for byte NumPy's", () => {
    const bytes = writeNpy(tensor([2, 1], Float32Array.of(1, -2)));
    expect(bytes).toEqual(file("'<f4'", "(2, 1)", Float32Array.of(1, -2)));
    expect(bytes.length).toBe(128 + 8);
  });

  test.each([
    ["float64", "'<f8'", Float64Array.of(1.5, -2), Float32Array.of(1.5, -2)],
    ["int64", "'<i8'", BigInt64Array.of(7n, -9n), Int32Array.of(7, -9)],
    ["uint8", "'|u1'", Uint8Array.of(0, 255), Int32Array.of(0, 255)],
    ["bool", "'|b1'", Uint8Array.of(1, 0), Int32Array.of(1, 0)],
    ["int16", "'<i2'", Int16Array.of(-300, 2), Int32Array.of(-300, 2)],
  ])("of %s are converted", (_, descr, numbers, expected) => {
    expect(readNpy(file(descr, "(2,)", numbers))).toEqual(tensor([2], expected));
  });

  test("of version 2, at any offset in a buffer, and of a single number are read", () => {
    const bytes = file("'<f4'", "(2,)", Float32Array.of(1, 2), { version: 2 });
    expect(readNpy(bytes).data).toEqual(Float32Array.of(1, 2));
    const shifted = new Uint8Array([0, ...bytes]).subarray(1);
    expect(readNpy(shifted).data).toEqual(Float32Array.of(1, 2));
    expect(readNpy(file("'<f4'", "()", Float32Array.of(3)))).toEqual(tensor([], Float32Array.of(3)));
  });

  const two = Float32Array.of(1, 2);
  test.each([
    [
      "Fortran order",
      file("'<f4'", "(2,)", two, { fortran: "True" }),
      "an array in Fortran order cannot be read",
    ],
    ["big-endian numbers", file("'>f4'", "(2,)", two), "big-endian numbers (>f4) cannot be read"],
    ["objects", file("'|O'", "(2,)", two), "numbers of type |O cannot be read"],
    ["complex numbers", file("'<c8'", "(1,)", two), "numbers of type <c8 cannot be read"],
    ["records", file("[('x', '<f4')]", "(2,)", two), "structured numbers cannot be read"],
    ["a text", new TextEncoder().encode("1, 2, 3\n4, 5, 6\n"), "not an .npy file"],
    ["nothing", new Uint8Array(), "not an .npy file"],
    ["half a header", file("'<f4'", "(2,)", two).subarray(0, 40), "truncated: it ends within the header"],
    ["a few bytes", file("'<f4'", "(2,)", two).subarray(0, 9), "truncated: it ends within the header"],
    [
      "half the numbers",
      file("'<f4'", "(2,)", two).subarray(0, 132),
      "truncated: [2] takes 136 bytes, got 132",
    ],
  ])("are refused by name for %s", (_, bytes, reason) => {
    expect(() => readNpy(bytes, "z.npy")).toThrow(`z.npy: ${reason}`);
  });
});
