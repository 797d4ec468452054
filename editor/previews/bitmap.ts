/** Bytes of the file header, and of the header that says how pixels lie (BITMAPV4HEADER). */
const [fileHeader, infoHeader] = [14, 108];
const bitfields = 3;
const sRGB = 0x73524742;

/**
 * RGBA pixels, top row first, as the bytes of a BMP file: a picture that an element can show without packing or unpacking.
 * https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapv4header
 */
export function bitmapOf(pixels: Uint8ClampedArray, width: number, height: number): Uint8Array<ArrayBuffer> {
  const start = fileHeader + infoHeader;
  const bytes = new Uint8Array(start + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, start, true);
  const fields: readonly (readonly [offset: number, value: number])[] = [
    [0, infoHeader],
    [4, width],
    [8, -height], // from the top down
    [16, bitfields],
    [20, pixels.length],
    [40, 0x000000ff],
    [44, 0x0000ff00],
    [48, 0x00ff0000],
    [52, 0xff000000],
    [56, sRGB],
  ];
  for (const [offset, value] of fields) view.setUint32(fileHeader + offset, value >>> 0, true);
  view.setUint16(fileHeader + 12, 1, true);
  view.setUint16(fileHeader + 14, 32, true);
  bytes.set(pixels, start);
  return bytes;
}

/** So many bytes go into one call: more arguments than a function takes are an error. */
const atOnce = 0x8000;

/** Bytes as the address of a picture. */
export function addressOf(bitmap: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bitmap.length; at += atOnce)
    text += String.fromCharCode(...bitmap.subarray(at, at + atOnce));
  return `data:image/bmp;base64,${btoa(text)}`;
}
