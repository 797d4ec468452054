/** Own pictures on their sheet, as pixels: read from what a document keeps, drawn upon, written again. */
import { longestSheet, mostPictures, type Pictures, pictureSize, sheetOf } from "../../../engine/pictures.ts";

/** The largest square in the middle of a picture. */
export function middleSquare(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height);
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side };
}

/** Where picture `index` of so many lies on their sheet, in pixels. */
export function cornerOf(index: number, count: number, size: number): readonly [x: number, y: number] {
  const { columns } = sheetOf(count);
  return [(index % columns) * size, Math.floor(index / columns) * size];
}

/** A picture cut to the square in its middle and scaled to the size that is kept. The caller closes it. */
export async function squareOf(picture: ImageBitmap): Promise<ImageBitmap> {
  const { x, y, side } = middleSquare(picture.width, picture.height);
  return createImageBitmap(picture, x, y, side, side, {
    resizeWidth: pictureSize,
    resizeHeight: pictureSize,
    resizeQuality: "high",
  });
}

/** The PNG that a document keeps in base64. */
export async function sheetBlob(png: string): Promise<Blob> {
  return (await fetch(`data:image/png;base64,${png}`)).blob();
}

/** The pictures that a document keeps, each at the size it is kept at. Rejects where the PNG can't be read. */
export async function squaresIn({ count, size, png }: Pictures): Promise<ImageBitmap[]> {
  if (count === 0) return [];
  const sheet = await createImageBitmap(await sheetBlob(png));
  const squares = Array.from({ length: count }, (_, index) => {
    const [x, y] = cornerOf(index, count, size);
    return createImageBitmap(sheet, x, y, size, size);
  });
  return Promise.all(squares).finally(() => sheet.close());
}

/**
 * Pictures as a document keeps them; as many of the first as fit. Transparent pixels come out white. Rejects where the
 * browser refuses to draw or encode.
 */
export async function sheetWith(squares: readonly ImageBitmap[]): Promise<Pictures> {
  for (let count = Math.min(mostPictures, squares.length); ; ) {
    const png = await encoded(squares.slice(0, count));
    if (png.length <= longestSheet) return { count, size: pictureSize, png };
    count = Math.floor((count * longestSheet) / png.length);
  }
}

async function encoded(squares: readonly ImageBitmap[]): Promise<string> {
  const { columns, rows } = sheetOf(squares.length);
  const sheet = new OffscreenCanvas(columns * pictureSize, rows * pictureSize);
  const context = sheet.getContext("2d", { alpha: false });
  if (!context) throw new Error("the browser gives no canvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, square] of squares.entries())
    context.drawImage(square, ...cornerOf(index, squares.length, pictureSize), pictureSize, pictureSize);
  return base64Of(await sheet.convertToBlob({ type: "image/png" }));
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
