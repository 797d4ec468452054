import type { Preview } from "../engine/preview.ts";

/** True where both show the same: then there is nothing to draw. */
export const samePreview = (a: Preview | null, b: Preview): boolean => same(a, b);

/** By value: numbers of arrays and fields of objects, however deep. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) || Array.isArray(a))
    return (ArrayBuffer.isView(b) || Array.isArray(b)) && sameList(a as never, b as never);
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length && names.every((name) => same(first[name], second[name]))
  );
}

function sameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!same(a[at], b[at])) return false;
  return true;
}
