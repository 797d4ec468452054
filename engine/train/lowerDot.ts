/** Sums of products along the last extent as Gemm, or as MatMul where other extents are shared. */
import type { OnnxWriter } from "./OnnxWriter.ts";
import { arranged, materialised, padded, reshaped, type View, whole } from "./view.ts";

/** sum(a * b, axis = -1) with the extents of both spread against each other, as jax-js has it. */
export function lowerDot(writer: OnnxWriter, a: View, b: View, sizes: readonly number[]): View {
  const last = sizes.length;
  const [left, right] = [padded(a, last + 1), padded(b, last + 1)];
  const [x, y] = [summable(writer, left, right), summable(writer, right, left)];
  const has = (view: View, at: number) => view.axes[at] !== null;
  const places = sizes.map((_, at) => at);
  const groups = {
    both: places.filter((at) => has(x, at) && has(y, at)),
    left: places.filter((at) => has(x, at) && !has(y, at)),
    right: places.filter((at) => !has(x, at) && has(y, at)),
  };
  const depth = Math.max(x.sizes[last] ?? 1, y.sizes[last] ?? 1);
  const extent = (at: number) => Math.max(x.sizes[at] ?? 1, y.sizes[at] ?? 1);
  const product = (list: readonly number[]) => list.reduce((n, at) => n * extent(at), 1);
  const order = [...groups.both, ...groups.left, ...groups.right];
  const shape = order.map(extent);
  const [m, n] = [product(groups.left), product(groups.right)];
  const made =
    groups.both.length === 0
      ? gemm(writer, [x, groups.left, m], [y, groups.right, n], depth)
      : matmul(writer, [x, y], groups, [m, n, depth], groups.both.map(extent));
  const name = reshaped(
    writer,
    made,
    groups.both.length === 0 ? [m, n] : [...groups.both.map(extent), m, n],
    shape,
  );
  const axes = places.map((at) => (order.includes(at) ? order.indexOf(at) : null));
  return { name, base: shape, axes, sizes };
}

/** The view with a last extent of its own, unless that is 1 in both. */
function summable(writer: OnnxWriter, view: View, other: View): View {
  const last = view.sizes.length - 1;
  const depth = Math.max(view.sizes[last] ?? 1, other.sizes[last] ?? 1);
  if (depth === 1 || view.axes[last] !== null) return view;
  return whole(materialised(writer, view), view.sizes);
}

type Operand = readonly [view: View, places: readonly number[], extent: number];

/** [m, k] times [n, k] transposed; an operand that lies transposed is taken as it lies. */
function gemm(writer: OnnxWriter, [x, left, m]: Operand, [y, right, n]: Operand, k: number): string {
  const a = matrix(writer, x, left, m, k);
  const b = matrix(writer, y, right, n, k);
  return writer.write("Gemm", [a.name, b.name], { transA: a.turned ? 1 : 0, transB: b.turned ? 0 : 1 });
}

/** The view as a matrix [extent, depth], or `turned` where it lies as [depth, extent]. */
function matrix(writer: OnnxWriter, view: View, places: readonly number[], extent: number, depth: number) {
  const last = view.sizes.length - 1;
  const axes = [...places, last].flatMap((at) => view.axes[at] ?? []);
  const lies = view.base.length === 2 && axes.length === 2;
  if (lies && axes[0] === 1) return { name: view.name, turned: true };
  const name = arranged(writer, view, [...places, last]);
  const shape = [...places, last].map((at) => view.sizes[at] as number);
  return { name: reshaped(writer, name, shape, [extent, depth]), turned: false };
}

function matmul(
  writer: OnnxWriter,
  [x, y]: readonly [View, View],
  { both, left, right }: Readonly<Record<"both" | "left" | "right", readonly number[]>>,
  [m, n, k]: readonly [number, number, number],
  shared: readonly number[],
): string {
  const last = x.sizes.length - 1;
  const sized = (view: View, order: readonly number[]) => order.map((at) => view.sizes[at] as number);
  const [rows, columns] = [
    [...both, ...left, last],
    [...both, last, ...right],
  ];
  const a = reshaped(writer, arranged(writer, x, rows), sized(x, rows), [...shared, m, k]);
  const b = reshaped(writer, arranged(writer, y, columns), sized(y, columns), [...shared, k, n]);
  return writer.write("MatMul", [a, b]);
}
