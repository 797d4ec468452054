/** A square piece of the plane, and what is drawn on it. Coordinates are those of the points; y points up. */

/** From x - half to x + half, and the same in y. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** A mode as a ring of 4 sigma. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly covered: boolean;
}

/** What D says of each place: sigmoid of its logits as 0 to 255, `size` rows of `size`; row 0 is the top. */
export interface Field {
  readonly size: number;
  readonly levels: Uint8ClampedArray<ArrayBuffer>;
}

/** Points are pairs x, y. Arrays own their buffers, so that they can be sent alone. */
export interface Plane {
  readonly square: Square;
  /** What was generated; none where only data is shown. */
  readonly points: Float32Array<ArrayBuffer>;
  readonly real: Float32Array<ArrayBuffer> | null;
  readonly modes: readonly Ring[];
  readonly field: Field | null;
  /** Lines of a regular grid over latent space, each carried through the generator. */
  readonly grid: readonly Float32Array<ArrayBuffer>[];
}
