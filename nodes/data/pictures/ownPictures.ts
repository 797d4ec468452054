import { resizeBilinear } from "../../../engine/gan/bilinear.ts";
import { resizeArea } from "../../../engine/gan/resizeArea.ts";
import { Fault } from "../../../engine/node.ts";
import type { Pictures } from "../../../engine/pictures.ts";
import { readSheet } from "./readSheet.ts";

/** How many there are. Throws Fault where there are none. */
export function countOwn({ count }: Pictures): number {
  if (count > 0) return count;
  throw new Fault("there are no pictures", {
    port: "pictures",
    cure: "Drop pictures on the node, or choose files.",
  });
}

/** Own picture `index` as [3, size, size] in [-1, 1]: averaged where it is kept larger, bilinear where it is kept smaller. */
export function ownPicture(pictures: Pictures, index: number, size: number): Float32Array {
  const picture = readSheet(pictures, index);
  if (size === pictures.size) return picture;
  if (size < pictures.size) return resizeArea(picture, pictures.size, size);
  return resizeBilinear(picture, [pictures.size, pictures.size], [size, size]);
}
