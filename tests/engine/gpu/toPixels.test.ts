import { describe, expect, test } from "vitest";
import { toPixels } from "../../../engine/gpu/kernels/toPixels.ts";
import { tensor } from "../../../engine/tensor.ts";

/** The RGBA bytes of one image [1, 3, 1, w] given by its three rows of levels. */
function bytesOf(red: number[], green: number[], blue: number[]): number[] {
  const image = tensor([1, 3, 1, red.length], Float32Array.from([...red, ...green, ...blue]));
  return [...new Uint8Array(toPixels.reference([image], {}).data.buffer)];
}

describe("toPixels", () => {
  test("maps -1..1 to 0..255 and is opaque", () => {
    expect(bytesOf([-1], [0], [1])).toEqual([0, 128, 255, 255]);
  });

  test("clamps what is brighter or darker, and makes NaN black", () => {
    expect(bytesOf([-3, 9], [Number.NaN, -1], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual([
      0, 0, 255, 255, 255, 0, 0, 255,
    ]);
  });

  test("meets each byte at its own level", () => {
    const levels = Array.from({ length: 256 }, (_, byte) => byte / 127.5 - 1);
    const bytes = bytesOf(levels, levels, levels);
    for (let byte = 0; byte < 256; byte++)
      expect(bytes.slice(4 * byte, 4 * byte + 3)).toEqual([byte, byte, byte]);
  });

  test("keeps samples apart", () => {
    const image = tensor([2, 3, 1, 1], Float32Array.of(-1, -1, -1, 1, 1, 1));
    expect([...toPixels.reference([image], {}).data]).toEqual([255 << 24, -1]);
  });

  test("takes images only", () => {
    expect(() => toPixels.shape([[1, 4, 8, 8]], {})).toThrow(
      "expected an image [n, 3, h, w], got [1, 4, 8, 8]",
    );
    expect(toPixels.shape([[5, 3, 8, 9]], {})).toEqual([5, 8, 9]);
  });
});
