/** Tensors of a graph as they are looked at: axes permuted or spread without a node that does so. */
import type { OnnxWriter } from "./OnnxWriter.ts";

/**
 * The extent that stands for the free batch while a function is traced: a prime that no layer is wide, so that it is known again in
 * every shape.
 */
export const freeExtent = 7919;

/** A written tensor of shape `base`, looked at with the extents `sizes`. */
export interface View {
  readonly name: string;
  readonly base: readonly number[];
  /** For each extent the axis of the tensor that it is; null where the tensor is spread along it. */
  readonly axes: readonly (number | null)[];
  readonly sizes: readonly number[];
}

/** A tensor as it lies. */
export function whole(name: string, sizes: readonly number[]): View {
  return { name, base: sizes, axes: sizes.map((size, axis) => (size === 1 ? null : axis)), sizes };
}

/** The view with its extents in another order. */
export function permuted({ axes, sizes, ...tensor }: View, order: readonly number[]): View {
  return {
    ...tensor,
    axes: order.map((at) => axes[at] ?? null),
    sizes: order.map((at) => sizes[at] ?? 1),
  };
}

/** Spread along new extents at the places `at`, so that the view has these `sizes`. */
export function spread(view: View, sizes: readonly number[], at: readonly number[]): View {
  const axes = [...view.axes];
  for (const place of [...at].sort((a, b) => a - b)) axes.splice(place, 0, null);
  return { ...view, axes, sizes };
}

/** A view with leading extents of 1 for those that it lacks. */
export function padded(view: View, rank: number): View {
  const missing = rank - view.sizes.length;
  const ones = Array.from({ length: missing }, () => 1);
  return { ...view, sizes: [...ones, ...view.sizes], axes: [...ones.map(() => null), ...view.axes] };
}

/** The same numbers with extents of 1 added or taken away; null where more than that changes. */
export function squeezed(view: View, sizes: readonly number[]): View | null {
  const kept = view.sizes
    .map((size, at) => ({ size, axis: view.axes[at] ?? null }))
    .filter(({ size }) => size !== 1);
  if (kept.map(({ size }) => size).join() !== sizes.filter((size) => size !== 1).join()) return null;
  let next = 0;
  const axes = sizes.map((size) => (size === 1 ? null : (kept[next++]?.axis ?? null)));
  return { ...view, axes, sizes };
}

/**
 * Writes a tensor whose axes are the view's extents in the order `order`; extents that it is spread along are 1, or left out
 * where they come first and `short` is true.
 */
export function arranged(writer: OnnxWriter, view: View, order: readonly number[], short = false): string {
  const wanted = order.map((at) => view.axes[at] ?? null);
  const used = wanted.filter((axis) => axis !== null);
  const rest = view.base.map((_, axis) => axis).filter((axis) => !used.includes(axis));
  const moved = used.some((axis, i) => i > 0 && axis < (used[i - 1] as number));
  const shape = wanted.map((axis) => (axis === null ? 1 : (view.base[axis] as number)));
  const lead = short ? shape.findIndex((_, i) => wanted[i] !== null) : 0;
  const target = lead < 0 ? [] : shape.slice(lead);
  const perm = [...rest, ...used];
  const name = moved ? writer.write("Transpose", [view.name], { perm }) : view.name;
  const now = moved ? perm.map((axis) => view.base[axis] as number) : view.base;
  return reshaped(writer, name, now, target);
}

/** Writes the tensor with all extents, spread ones too. */
export function materialised(writer: OnnxWriter, view: View): string {
  const name = arranged(
    writer,
    view,
    view.sizes.map((_, at) => at),
  );
  if (!view.sizes.some((size, at) => size !== 1 && view.axes[at] === null)) return name;
  const shape = view.sizes.map((size, at) => (view.axes[at] === null ? size : 1));
  return writer.write("Expand", [name, writer.integers(shape)]);
}

export function reshaped(
  writer: OnnxWriter,
  name: string,
  from: readonly number[],
  to: readonly number[],
): string {
  if (from.join() === to.join()) return name;
  const shape = to.map((size) => (size % freeExtent === 0 ? -1 : size));
  return writer.write("Reshape", [name, writer.integers(shape)]);
}
