/** Red, green and blue in [0, 1]. */
export type Colour = readonly [number, number, number];

/** A region of the unit square, x to the right and y down: its bounding box and how much of a point it covers (0 to 1). */
export interface Shape {
  box: readonly [left: number, top: number, right: number, bottom: number];
  covers: (x: number, y: number) => number;
}

export type Fill = Colour | ((x: number, y: number) => Colour);

export interface Picture {
  rgb: Float32Array;
  labels: Uint8Array;
}

export interface Canvas {
  /** Paints a shape; where it covers half a point or more, the point's class becomes `label` (null keeps it). */
  paint(shape: Shape, fill: Fill, label: number | null, opacity?: number): void;
  /** The picture: colours averaged, classes by majority, over the points of each pixel. */
  average(): Picture;
}

/** Points across the canvas: at least two a pixel, and 128 so that small pictures show the same scene. */
const pointsAcross = (size: number) => size * Math.max(2, Math.ceil(128 / size));

/** An empty canvas for a picture of `size` x `size` pixels. */
export function canvas(size: number): Canvas {
  const side = pointsAcross(size);
  const colours = new Float32Array(side * side * 3);
  const classes = new Uint8Array(side * side);
  const first = (edge: number) => Math.max(0, Math.ceil(edge * side - 0.5));
  const last = (edge: number) => Math.min(side - 1, Math.floor(edge * side - 0.5));

  function paint(shape: Shape, fill: Fill, label: number | null, opacity = 1): void {
    const [left, top, right, bottom] = shape.box;
    for (let row = first(top); row <= last(bottom); row++) {
      const y = (row + 0.5) / side;
      for (let column = first(left); column <= last(right); column++) {
        const x = (column + 0.5) / side;
        const cover = shape.covers(x, y);
        if (cover <= 0) continue;
        const colour = typeof fill === "function" ? fill(x, y) : fill;
        const at = row * side + column;
        for (let c = 0; c < 3; c++) {
          const old = colours[3 * at + c] ?? 0;
          colours[3 * at + c] = old + ((colour[c] ?? 0) - old) * cover * opacity;
        }
        if (label !== null && cover >= 0.5) classes[at] = label;
      }
    }
  }

  return { paint, average: () => average(colours, classes, side, size) };
}

function average(colours: Float32Array, classes: Uint8Array, side: number, size: number): Picture {
  const cell = side / size;
  const rgb = new Float32Array(3 * size * size);
  const labels = new Uint8Array(size * size);
  const votes = new Uint16Array(256);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const corner = Math.floor(pixel / size) * cell * side + (pixel % size) * cell;
    const sum = [0, 0, 0];
    let winner = 0;
    votes.fill(0);
    for (let i = 0; i < cell * cell; i++) {
      const at = corner + Math.floor(i / cell) * side + (i % cell);
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (colours[3 * at + c] ?? 0);
      const label = classes[at] ?? 0;
      const count = (votes[label] ?? 0) + 1;
      votes[label] = count;
      if (count > (votes[winner] ?? 0) || (count === votes[winner] && label > winner)) winner = label;
    }
    labels[pixel] = winner;
    for (let c = 0; c < 3; c++) {
      const mean = (sum[c] ?? 0) / (cell * cell);
      rgb[c * size * size + pixel] = Math.min(1, Math.max(-1, 2 * mean - 1));
    }
  }
  return { rgb, labels };
}
