/** Shapes that are spread against each other, as NumPy does it. */

/** An axis that is gone along: its extent, and how far each operand moves, in numbers. */
export interface Axis {
  readonly extent: number;
  readonly steps: readonly number[];
}

/** The shape of all together. Throws Error where they do not fit. */
export function broadcastShape(shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    const extents = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1);
    const extent = extents.find((each) => each !== 1) ?? 1;
    if (extents.some((each) => each !== 1 && each !== extent))
      throw new Error(`broadcast: ${shapes.map((shape) => `[${shape}]`).join(" and ")} do not fit`);
    return extent;
  });
}

/** How far one moves along each axis of `shape` in numbers that lie in C order as `from`; 0 where it is spread. */
export function stepsAlong(from: readonly number[], shape: readonly number[]): number[] {
  const own = stepsOf(from);
  const lead = shape.length - from.length;
  return shape.map((_, axis) => ((from[axis - lead] ?? 1) === 1 ? 0 : (own[axis - lead] as number)));
}

/** Numbers from one to the next along each axis of a shape in C order. */
export function stepsOf(shape: readonly number[]): number[] {
  const steps: number[] = [];
  let step = 1;
  for (const extent of [...shape].reverse()) {
    steps.unshift(step);
    step *= extent;
  }
  return steps;
}

/** As few axes as go the same way: those of extent 1 left out, and those joined that all operands pass like one. */
export function joined(shape: readonly number[], steps: readonly (readonly number[])[]): Axis[] {
  const axes: Axis[] = [];
  for (const [at, extent] of shape.entries()) {
    if (extent === 1) continue;
    const own = steps.map((each) => each[at] as number);
    const before = axes.at(-1);
    if (before && own.every((step, i) => before.steps[i] === step * extent))
      axes.splice(-1, 1, { extent: before.extent * extent, steps: own });
    else axes.push({ extent, steps: own });
  }
  return axes;
}

/** The places of each operand at which the inner axes begin, for every step along the outer ones. */
export function startsOf(outer: readonly Axis[], operands: number): number[][] {
  let starts: number[][] = [Array.from({ length: operands }, () => 0)];
  for (const { extent, steps } of outer)
    starts = starts.flatMap((start) =>
      Array.from({ length: extent }, (_, i) => start.map((place, at) => place + i * (steps[at] as number))),
    );
  return starts;
}
