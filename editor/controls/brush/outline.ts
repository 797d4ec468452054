/** A corner between cells: columns from the left, rows from the top. */
export type Corner = readonly [column: number, row: number];

/**
 * The edge of the cells that are above 0, as closed loops of corners with the region on their right: outer edges run
 * clockwise, those of holes the other way.
 */
export function outline(cells: ArrayLike<number>, rows: number, columns: number): Corner[][] {
  const ahead = edges(cells, rows, columns);
  const loops: Corner[][] = [];
  for (const start of [...ahead.keys()]) while (ahead.has(start)) loops.push(loopFrom(start, ahead, columns));
  return loops;
}

/** Unit steps along the edge: from each corner, numbered row by row, to the corners that follow it. */
function edges(cells: ArrayLike<number>, rows: number, columns: number): Map<number, number[]> {
  const ahead = new Map<number, number[]>();
  const corner = (column: number, row: number) => row * (columns + 1) + column;
  const taken = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < columns &&
    row < rows &&
    (cells[row * columns + column] as number) > 0;
  const step = (from: number, to: number) => ahead.set(from, [...(ahead.get(from) ?? []), to]);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!taken(column, row)) continue;
      const [left, right, top, bottom] = [column, column + 1, row, row + 1];
      if (!taken(column, row - 1)) step(corner(left, top), corner(right, top));
      if (!taken(column + 1, row)) step(corner(right, top), corner(right, bottom));
      if (!taken(column, row + 1)) step(corner(right, bottom), corner(left, bottom));
      if (!taken(column - 1, row)) step(corner(left, bottom), corner(left, top));
    }
  }
  return ahead;
}

/** Walks one loop, taking its steps out, and keeps the corners where it turns. */
function loopFrom(start: number, ahead: Map<number, number[]>, columns: number): Corner[] {
  const steps: number[] = [];
  const places: number[] = [];
  let at = start;
  do {
    const [next = start, ...others] = ahead.get(at) ?? [];
    if (others.length > 0) ahead.set(at, others);
    else ahead.delete(at);
    places.push(at);
    steps.push(next - at);
    at = next;
  } while (at !== start);
  const turns = places.filter((_, index) => steps[index] !== steps.at(index - 1));
  return turns.map((place) => [place % (columns + 1), Math.floor(place / (columns + 1))]);
}
