/**
 * Kernels of a product of matrices, C = A B + bias. After a ReLU about half of A is zero, and so is half of what a ReLU hands back: each
 * row of A becomes a list of its numbers that are not 0, and a row of C is made of those rows of B that the list names. B lies in panels
 * of up to 32 columns. Where nothing is zero that is still as fast as going through all of A (25 against 21 GFLOP/s on one core at the
 * time of writing, and twice that where half is zero).
 * Entries of a list are gone through two at a time: after the last one comes one of zeros.
 */
import { f32, f32x4, func, type Input, i8x16, i32, i32x4, type Local, local, v128 } from "wasmati";
import { lanes } from "./lanes.ts";
import { advance, repeat, start } from "./loops.ts";
import { bytes, entryBytes, type PanelWidth, panelWidths, zeroBytes } from "./memoryLayout.ts";

const [widest] = panelWidths;

/** Bytes that bring the chosen of four numbers to the front, for each choice: bit i of its number stands for number i. */
export const orders = Uint8Array.from(
  Array.from({ length: 16 }, (_, choice) => {
    const lanes = [0, 1, 2, 3].filter((lane) => choice & (1 << lane));
    return [0, 1, 2, 3].flatMap((at) => [0, 1, 2, 3].map((byte) => 4 * (lanes[at] ?? 0) + byte));
  }).flat(2),
);

const rowBytes = widest * bytes.vector;

/** (a, lists, counts, rows, depth, aRow, list): lists of the rows of A, of which one begins every `list` bytes. */
export function listRowsKernel() {
  const [i, v] = [i32, v128];
  return func(
    { in: [i, i, i, i, i, i, i], locals: [i, i, i, i, i, v, v, v], out: [] },
    (
      [a, lists, counts, rows, depth, aRow, list],
      [from, to, left, place, chosen, places, numbers, order],
    ) => {
      const listFour = () => {
        local.set(numbers, v128.load({}, from));
        local.set(chosen, i32x4.bitmask(i32x4.ne(numbers, v128.const("i32x4", [0, 0, 0, 0]))));
        local.set(order, v128.load({ offset: zeroBytes }, i32.shl(chosen, 4)));
        local.set(numbers, i8x16.swizzle(numbers, order));
        local.set(order, i8x16.swizzle(places, order));
        v128.store({}, to, lanes([0, 4, 1, 5], order, numbers));
        v128.store({ offset: bytes.vector }, to, lanes([2, 6, 3, 7], order, numbers));
        advance(to, i32.shl(i32.popcnt(chosen), 3));
        advance(from, bytes.vector);
        local.set(places, i32x4.add(places, i32x4.splat(4 * rowBytes)));
      };
      repeat(rows, 1, () => {
        local.set(from, a);
        local.set(to, lists);
        local.set(places, v128.const("i32x4", [0, rowBytes, 2 * rowBytes, 3 * rowBytes]));
        local.set(left, i32.shr_u(depth, 2));
        repeat(left, 1, listFour);
        local.set(place, i32x4.extract_lane(0, places));
        local.set(left, i32.and(depth, 3));
        repeat(left, 1, () => {
          local.set(chosen, i32.load({}, from));
          append(to, place, chosen);
          advance(to, i32.shl(i32.ne(chosen, 0), 3));
          advance(from, bytes.number);
          advance(place, rowBytes);
        });
        append(to, 0, 0);
        i32.store({}, counts, i32.shr_u(i32.sub(to, lists), 3));
        advance(a, aRow);
        advance(lists, list);
        advance(counts, bytes.number);
      });
    },
  );
}

function append(to: Local<"i32">, place: Input<"i32">, bits: Input<"i32">): void {
  i32.store({}, to, place);
  i32.store({ offset: 4 }, to, bits);
}

/** (b, panel, depth, bRow): one panel of `width` vectors from the rows of B. */
export function packKernel(width: PanelWidth) {
  const i = i32;
  return func({ in: [i, i, i, i], locals: [], out: [] }, ([b, panel, depth, bRow]) => {
    repeat(depth, 1, () => {
      for (let at = 0; at < width; at++) {
        const offset = at * bytes.vector;
        v128.store({ offset }, panel, v128.load({ offset }, b));
      }
      advance(b, bRow);
      advance(panel, width * bytes.vector);
    });
  });
}

/**
 * (panel, begin, lists, counts, c, rows, list, cRow, beginRow): a panel's columns of the rows of C, each written in whole vectors. Row by
 * row, numbers at `begin` are what is added to. Two entries go through the columns abreast: one after the other took a sixth longer.
 */
export function panelKernel(width: PanelWidth) {
  const [i, v] = [i32, v128];
  const columns = Array.from({ length: width }, (_, at) => at);
  return func(
    { in: [i, i, i, i, i, i, i, i, i], locals: [i, i, i, i, v, v, ...columns.map(() => v)], out: [] },
    (
      [panel, begin, lists, counts, c, rows, list, cRow, beginRow],
      [entry, left, evenRow, oddRow, evenFactor, oddFactor, ...sums],
    ) => {
      const abreast = [
        { offset: 0, row: evenRow, factor: evenFactor },
        { offset: entryBytes, row: oddRow, factor: oddFactor },
      ];
      repeat(rows, 1, () => {
        for (const [at, sum] of sums.entries())
          local.set(sum, v128.load({ offset: at * bytes.vector }, begin));
        local.set(entry, lists);
        local.set(left, i32.load({}, counts));
        repeat(left, 2, () => {
          for (const { offset, row, factor } of abreast) {
            const place = i32.load({ offset }, entry);
            local.set(
              row,
              i32.add(width === widest ? place : i32.shr_u(place, Math.log2(widest / width)), panel),
            );
            local.set(factor, v128.load32_splat({ offset: offset + bytes.number }, entry));
          }
          for (const [at, sum] of sums.entries())
            for (const { row, factor } of abreast)
              local.set(
                sum,
                f32x4.add(f32x4.mul(factor, v128.load({ offset: at * bytes.vector }, row)), sum),
              );
          advance(entry, 2 * entryBytes);
        });
        for (const [at, sum] of sums.entries()) v128.store({ offset: at * bytes.vector }, c, sum);
        advance(lists, list);
        advance(counts, bytes.number);
        advance(c, cRow);
        advance(begin, beginRow);
      });
    },
  );
}

/**
 * (from, rowsAt, columnsAt, panel, depth): a panel of the widest kind of numbers that lie apart: that of row k and column j lies at
 * `from` and the offsets number k at `rowsAt` and number j at `columnsAt`, in bytes. `runs`: columns come in fours that lie side by side,
 * and only the first of each has an offset.
 */
export function gatherKernel(runs: boolean) {
  const i = i32;
  const vectors = Array.from({ length: widest }, (_, at) => at);
  return func(
    { in: [i, i, i, i, i], locals: [i, i, i, i, ...vectors.map(() => i)], out: [] },
    ([from, rowsAt, columnsAt, panel, depth], [row, left, column, at, ...places]) => {
      if (runs)
        for (const [vector, place] of places.entries())
          local.set(place, i32.load({ offset: vector * bytes.number }, columnsAt));
      repeat(depth, 1, () => {
        local.set(row, i32.add(i32.load({}, rowsAt), from));
        if (runs)
          for (const [vector, place] of places.entries())
            v128.store({ offset: vector * bytes.vector }, panel, v128.load({}, i32.add(row, place)));
        else {
          start([column, columnsAt], [at, panel]);
          local.set(left, i32.const(4 * widest));
          repeat(left, 1, () => {
            f32.store({}, at, f32.load({}, i32.add(i32.load({}, column), row)));
            advance(column, bytes.number);
            advance(at, bytes.number);
          });
        }
        advance(rowsAt, bytes.number);
        advance(panel, rowBytes);
      });
    },
  );
}
