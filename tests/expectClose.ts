import { expect } from "vitest";
import type { HostTensor } from "../engine/tensor.ts";

/** A known array as the JSON files have it. */
export interface Known {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** The largest absolute difference. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return most;
}

/** Expects the shape, and every number within `tolerance`. */
export function expectClose(
  actual: HostTensor,
  expected: Pick<HostTensor, "shape"> & { data: ArrayLike<number> },
  tolerance: number,
): void {
  expect([...actual.shape]).toEqual([...expected.shape]);
  expect(distance(actual.data, expected.data)).toBeLessThanOrEqual(tolerance);
}
