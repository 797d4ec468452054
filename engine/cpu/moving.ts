/** Kernels that move numbers, and that add them up. */
import { f32, f32x4, func, i32, type Local, local, v128 } from "wasmati";
import { lanes } from "./lanes.ts";
import { advance, repeat, start } from "./loops.ts";
import { bytes } from "./memoryLayout.ts";

const zeros = () => v128.const("f32x4", [0, 0, 0, 0]);

/** Axes that a copy goes along, the last of which is the innermost. */
export const copyDepth = 4;

/**
 * (from, to, then for each of four axes extent, fromStep, toStep): numbers along all four axes, steps in bytes, which may be 0 or
 * negative. `wide`: along the last axis numbers lie side by side, and whole vectors are copied.
 */
export function copyKernel(wide: boolean) {
  const i = i32;
  return func(
    { in: [i, i, i, i, i, i, i, i, i, i, i, i, i, i], locals: [i, i, i, i, i, i, i, i, i], out: [] },
    ([from, to, ...axes], locals) => {
      const move = (source: Local<"i32">, target: Local<"i32">) => {
        if (wide) v128.store({}, target, v128.load({}, source));
        else f32.store({}, target, f32.load({}, source));
      };
      const along = (axis: number, source: Local<"i32">, target: Local<"i32">, left: Local<"i32">) => {
        const last = axis === copyDepth - 1;
        const steps = [axes[3 * axis + 1], axes[3 * axis + 2]] as const;
        repeat(left, last && wide ? 4 : 1, () => {
          if (last) move(source, target);
          else {
            const [inner, outer, count] = locals.slice(3 * axis, 3 * axis + 3) as [
              Local<"i32">,
              Local<"i32">,
              Local<"i32">,
            ];
            start([inner, source], [outer, target], [count, axes[3 * axis + 3] as Local<"i32">]);
            along(axis + 1, inner, outer, count);
          }
          advance(source, last && wide ? bytes.vector : (steps[0] as Local<"i32">));
          advance(target, last && wide ? bytes.vector : (steps[1] as Local<"i32">));
        });
      };
      along(0, from, to, axes[0]);
    },
  );
}

/** (x, out, rows, columns, xRow, outRow): x [rows, columns] transposed, both extents whole multiples of 4; rows in bytes. */
export function transposeKernel() {
  const [i, v] = [i32, v128];
  return func(
    { in: [i, i, i, i, i, i], locals: [i, i, i, i, v, v, v, v, v, v, v, v], out: [] },
    ([x, out, rows, columns, xRow, outRow], [from, to, at, left, a, b, c, d, ac, bd, AC, BD]) => {
      repeat(columns, 4, () => {
        start([from, x], [to, out], [left, rows]);
        repeat(left, 4, () => {
          for (const row of [a, b, c, d]) {
            local.set(row, v128.load({}, from));
            advance(from, xRow);
          }
          local.set(ac, lanes([0, 4, 1, 5], a, c));
          local.set(bd, lanes([0, 4, 1, 5], b, d));
          local.set(AC, lanes([2, 6, 3, 7], a, c));
          local.set(BD, lanes([2, 6, 3, 7], b, d));
          local.set(at, to);
          for (const [even, odd] of [
            [ac, bd],
            [AC, BD],
          ] as const)
            for (const half of [
              [0, 4, 1, 5],
              [2, 6, 3, 7],
            ] as const) {
              v128.store({}, at, lanes(half, even, odd));
              advance(at, outRow);
            }
          advance(to, bytes.vector);
        });
        advance(x, bytes.vector);
        advance(out, i32.shl(outRow, 2));
      });
    },
  );
}

/** (x, out, inner, middle, outer): x [outer, middle, inner] summed over the middle; written in whole vectors. */
export function sumKernel() {
  const i = i32;
  return func(
    { in: [i, i, i, i, i], locals: [i, i, i, i, i, i, v128], out: [] },
    ([x, out, inner, middle, outer], [row, top, at, to, columns, left, sum]) => {
      local.set(row, i32.mul(inner, bytes.number));
      repeat(outer, 1, () => {
        start([top, x], [to, out], [columns, inner]);
        repeat(columns, 4, () => {
          local.set(at, top);
          local.set(left, middle);
          local.set(sum, zeros());
          repeat(left, 1, () => {
            local.set(sum, f32x4.add(sum, v128.load({}, at)));
            advance(at, row);
          });
          v128.store({}, to, sum);
          advance(top, bytes.vector);
          advance(to, bytes.vector);
        });
        advance(out, row);
        advance(x, i32.mul(row, middle));
      });
    },
  );
}

/** (x, out, count): `count` sums of two numbers side by side; written in whole vectors. */
export function sumPairsKernel() {
  const v = v128;
  return func({ in: [i32, i32, i32], locals: [v, v], out: [] }, ([x, out, count], [first, second]) => {
    repeat(count, 4, () => {
      local.set(first, v128.load({}, x));
      local.set(second, v128.load({ offset: bytes.vector }, x));
      v128.store({}, out, f32x4.add(lanes([0, 2, 4, 6], first, second), lanes([1, 3, 5, 7], first, second)));
      advance(x, 2 * bytes.vector);
      advance(out, bytes.vector);
    });
  });
}

/** (x, out, rows, count): the sum of each row. */
export function sumRowsKernel() {
  const [i, v] = [i32, v128];
  return func(
    { in: [i, i, i, i], locals: [i, v, v, v, v, f32], out: [] },
    ([x, out, rows, count], [left, a, b, c, d, rest]) => {
      const sums = [a, b, c, d];
      const add = (sum: Local<"v128">) => {
        local.set(sum, f32x4.add(sum, v128.load({}, x)));
        advance(x, bytes.vector);
      };
      repeat(rows, 1, () => {
        for (const sum of sums) local.set(sum, zeros());
        local.set(rest, f32.const(0));
        local.set(left, i32.shr_u(count, 4));
        repeat(left, 1, () => sums.forEach(add));
        local.set(left, i32.shr_u(i32.and(count, 15), 2));
        repeat(left, 1, () => add(a));
        local.set(left, i32.and(count, 3));
        repeat(left, 1, () => {
          local.set(rest, f32.add(rest, f32.load({}, x)));
          advance(x, bytes.number);
        });
        local.set(a, f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
        for (const lane of [0, 1, 2, 3] as const) local.set(rest, f32.add(rest, f32x4.extract_lane(lane, a)));
        f32.store({}, out, rest);
        advance(out, bytes.number);
      });
    },
  );
}
