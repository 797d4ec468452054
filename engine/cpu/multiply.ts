/** Products of matrices, planned. */
import { type Copy, clear, copyAlong } from "./copyAlong.ts";
import { bytes, entryBytes, type PanelWidth, panelWidths } from "./memoryLayout.ts";
import { addressOf, type Plan, type Value } from "./Plan.ts";

/** A matrix; whether it lies transposed. */
interface Matrix {
  readonly value: Value;
  readonly turned: boolean;
}

interface Extents {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

interface Panel {
  readonly width: PanelWidth;
  readonly column: number;
}

/** As few panels as hold the columns; only the last has columns too many, three at most. */
function panelsOf(columns: number): Panel[] {
  const panels: Panel[] = [];
  for (let column = 0; column < columns; column += 4 * (panels.at(-1) as Panel).width) {
    const width = panelWidths.find((each) => 4 * each < columns - column + 4) as PanelWidth;
    panels.push({ width, column });
  }
  return panels;
}

/** Columns with those that fill the last vector. */
const filled = (columns: number) => 4 * Math.ceil(columns / 4);

/** Bytes from one list to the next. */
export const listBytes = (depth: number) => (depth + 1) * entryBytes;

/** The transpose of x [rows, columns], made once for all that ask for it. */
function transposed(plan: Plan, x: Value, rows: number, columns: number): Value {
  const [tall, wide] = [rows - (rows % 4), columns - (columns % 4)];
  const number = bytes.number;
  /** What is left beside whole multiples of 4. */
  const rest = (row: number, column: number, height: number, width: number): Copy => {
    const copy = copyAlong(plan.kernels, [
      { extent: height, steps: [columns, 1] },
      { extent: width, steps: [1, rows] },
    ]);
    return (from, to) => copy(from + (row * columns + column) * number, to + (column * rows + row) * number);
  };
  const rests = [rest(tall, 0, rows - tall, wide), rest(0, wide, rows, columns - wide)];
  return plan.once("transposed", x, [columns, rows], (to) => {
    const from = addressOf(x);
    plan.kernels.transpose(from, to, tall, wide, columns * number, rows * number);
    for (const copy of rests) copy(from, to);
  });
}

/** The matrix [rows, columns] as it is meant to lie. */
function lying(plan: Plan, { value, turned }: Matrix, rows: number, columns: number): Value {
  return turned ? transposed(plan, value, columns, rows) : value;
}

/** B in panels, made once for all products that it is part of. */
function packed(plan: Plan, b: Matrix, { columns, depth }: Extents): Value {
  const value = lying(plan, b, depth, columns);
  const parts = panelsOf(columns).map(({ width, column }) => ({
    from: column * bytes.number,
    to: column * depth * bytes.number,
    pack: packing(plan, { columns, depth }, width, Math.min(4 * width, columns - column)),
  }));
  return plan.once("packed", value, [filled(columns) * depth], (start) => {
    for (const { from, to, pack } of parts) pack(addressOf(value) + from, start + to);
  });
}

/** Packs `count` columns into a panel that has as many, or some of zeros more. */
function packing(
  { kernels }: Plan,
  { columns, depth }: Pick<Extents, "columns" | "depth">,
  width: PanelWidth,
  count: number,
): Copy {
  if (count === 4 * width) {
    const pack = kernels.pack(width);
    return (from, to) => pack(from, to, depth, columns * bytes.number);
  }
  // What is left of earlier steps may be numbers so small that to reckon with them is slow.
  const empty = clear(kernels, 4 * width * depth);
  const copy = copyAlong(kernels, [
    { extent: depth, steps: [columns, 4 * width] },
    { extent: count, steps: [1, 1] },
  ]);
  return (from, to) => {
    empty(to);
    copy(from, to);
  };
}

/** How long each list of A is, and behind that the lists, made once for all products that it is part of. */
function listed(plan: Plan, a: Matrix, { rows, depth }: Extents): Value {
  const value = lying(plan, a, rows, depth);
  const list = listBytes(depth);
  return plan.once("listed", value, [filled(rows) + (rows * list) / bytes.number], (to) => {
    const lists = to + filled(rows) * bytes.number;
    plan.kernels.listRows(addressOf(value), lists, to, rows, depth, depth * bytes.number, list);
  });
}

/** The row to begin with, which fills whole vectors. */
function begun(plan: Plan, bias: Value | null, columns: number): Value {
  const empty = clear(plan.kernels, filled(columns));
  const copy = copyAlong(plan.kernels, [{ extent: columns, steps: [1, 1] }]);
  return plan.make([filled(columns)], bias ? [bias] : [], (to) => {
    empty(to);
    if (bias) copy(addressOf(bias), to);
  });
}

/**
 * Plans C[rows, columns] = A B + bias; bias is a row of `columns` numbers or null. Where a 0 of A meets what is not finite in
 * B, the result may be finite.
 */
export function multiply(plan: Plan, a: Matrix, b: Matrix, extents: Extents, bias: Value | null): Value {
  const { rows, columns, depth } = extents;
  const [panels, lists, row] = [
    packed(plan, b, extents),
    listed(plan, a, extents),
    begun(plan, bias, columns),
  ];
  // The last panel first: what it writes beyond its columns the first then writes over.
  const order = panelsOf(columns)
    .reverse()
    .map(({ width, column }) => ({ kernel: plan.kernels.panel(width), at: column * bytes.number }));
  const [list, line] = [listBytes(depth), columns * bytes.number];
  return plan.make([rows, columns], [panels, lists, row], (to) => {
    const [counts, first] = [addressOf(lists), addressOf(lists) + filled(rows) * bytes.number];
    for (const { kernel, at } of order)
      kernel(
        addressOf(panels) + at * depth,
        addressOf(row) + at,
        first,
        counts,
        to + at,
        rows,
        list,
        line,
        0,
      );
  });
}
