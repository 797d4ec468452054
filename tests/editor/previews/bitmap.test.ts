import { describe, expect, it } from "vitest";
import { addressOf, bitmapOf } from "../../../editor/previews/bitmap.ts";

describe("pixels as a bitmap", () => {
  const pixels = Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 128);
  const bytes = bitmapOf(pixels, 2, 2);
  const view = new DataView(bytes.buffer);

  it("say their size, from the top down, in 32 bits", () => {
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe("BM");
    expect(view.getUint32(2, true)).toBe(bytes.length);
    expect([view.getInt32(18, true), view.getInt32(22, true)]).toEqual([2, -2]);
    expect(view.getUint16(28, true)).toBe(32);
  });

  it("lie behind the headers as they are, with masks that name their bytes", () => {
    const start = view.getUint32(10, true);
    expect([...bytes.subarray(start)]).toEqual([...pixels]);
    const masks = [54, 58, 62, 66].map((offset) => view.getUint32(offset, true));
    expect(masks).toEqual([0x000000ff, 0x0000ff00, 0x00ff0000, 0xff000000]);
  });

  it("are an address of any length", () => {
    const large = bitmapOf(new Uint8ClampedArray(4 * 200 * 200).fill(7), 200, 200);
    const [head, text = ""] = addressOf(large).split(",");
    expect(head).toBe("data:image/bmp;base64");
    expect(Buffer.from(text, "base64").equals(Buffer.from(large))).toBe(true);
  });
});
