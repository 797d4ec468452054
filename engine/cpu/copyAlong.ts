import { type Axis, startsOf } from "./broadcast.ts";
import type { Kernels } from "./kernels.ts";
import { bytes, zeroBytes } from "./memoryLayout.ts";

/** Axes that one call of the kernel goes along. */
const depth = 4;

export type Copy = (from: number, to: number) => void;

/** Copies numbers along axes whose steps are those of source and target; whole vectors at a time where they lie side by side. */
export function copyAlong(kernels: Kernels, axes: readonly Axis[]): Copy {
  const inner = axes.slice(-depth);
  const last = inner.at(-1);
  const wide = last !== undefined && last.extent % 4 === 0 && last.steps.every((step) => step === 1);
  const single: Axis = { extent: 1, steps: [0, 0] };
  const all = [...Array.from({ length: depth - inner.length }, () => single), ...inner];
  const numbers = all.flatMap(({ extent, steps }) => [extent, ...steps.map((step) => step * bytes.number)]);
  const starts = startsOf(axes.slice(0, -depth), 2);
  const copy = kernels.copy(wide);
  return (from, to) => {
    for (const [source = 0, target = 0] of starts)
      copy(from + source * bytes.number, to + target * bytes.number, ...numbers);
  };
}

/** Writes zeros. */
export function clear(kernels: Kernels, count: number): (to: number) => void {
  const some = zeroBytes / bytes.number;
  const rest = count % some;
  const most = copyAlong(kernels, [
    { extent: (count - rest) / some, steps: [0, some] },
    { extent: some, steps: [1, 1] },
  ]);
  const few = copyAlong(kernels, [{ extent: rest, steps: [0, 1] }]);
  return (to) => {
    most(0, to);
    few(0, to + (count - rest) * bytes.number);
  };
}
