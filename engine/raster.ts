/** One sample of a value at full size, with the numbers that its picture is drawn from. */
import type { SocketType } from "./values.ts";

export interface RasterOptions {
  readonly sample: number;
  /** null: the one whose map varies most. */
  readonly unit: number | null;
}

export interface Raster {
  readonly type: SocketType;
  readonly width: number;
  readonly height: number;
  /** RGBA */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Planes [h, w] one after the other: red, green and blue of an image, else the one that is shown. */
  readonly values: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  /** Samples there are, and the one shown. */
  readonly samples: number;
  readonly sample: number;
  /** The unit shown, and how many there are (features only). */
  readonly unit: number | null;
  readonly units: number;
  /** Names of class ids (segmentations only). */
  readonly classes: readonly string[] | null;
}
