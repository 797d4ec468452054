/** Do feeds fit a model? Shapes are checked before anything runs: one wrong run can poison a session for good. */
import type { Feeds } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Tensor } from "../tensor.ts";
import { requireTensor } from "./cut.ts";
import { type Extent, inputNames, type ModelGraph, shapeOf } from "./model.ts";
import { inputShape } from "./valueInfo.ts";

/** How feeds enter the model. */
export interface Batch {
  readonly samples: number;
  /** The model takes one sample at a time: its file has a batch of 1. */
  readonly singly: boolean;
  /** By feed: the shape in which it enters. Its first extent is `samples` or 1 where the feed is batched. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  /** Feeds whose single sample has to be repeated for all. */
  readonly repeated: ReadonlySet<string>;
  /** Feeds that bring a sample of their own for each. */
  readonly sliced: ReadonlySet<string>;
}

/** Throws Fault: `style_0: expected [n, 64], got [4, 32]`, `z and noise_0 differ in samples: 4 and 3`. */
export function checkFeeds(model: ModelGraph, feeds: Feeds): Batch {
  const shapes: Record<string, readonly number[]> = {};
  const batched: { name: string; samples: number; first: Extent }[] = [];
  for (const [name, value] of Object.entries(feeds)) {
    requireTensor(model, name);
    const wanted = inputShape(model, name);
    const shape = fitted(name, value, wanted);
    shapes[name] = shape;
    if (isBatched(wanted)) batched.push({ name, samples: shape[0] ?? 1, first: wanted?.[0] ?? "" });
  }
  const samples = commonSamples(batched);
  const singly =
    samples > 1 && (fixedBatch(model) || batched.some((each) => each.first === 1 && each.samples > 1));
  const names = (which: (each: { samples: number; first: Extent }) => boolean) =>
    new Set(batched.filter(which).map(({ name }) => name));
  const repeated = names((each) => !singly && samples > 1 && each.samples === 1 && each.first !== 1);
  return { samples, singly, shapes, repeated, sliced: names((each) => each.samples === samples) };
}

/** Vectors and scalars of a fixed size, such as a mean, have no sample axis. */
function isBatched(wanted: readonly Extent[] | null): boolean {
  return wanted === null || wanted.length > 1 || typeof wanted[0] === "string";
}

/** The shape in which a feed enters: its own, or with the trailing extents of 1 that the model asks for. */
function fitted(name: string, { shape }: Tensor, wanted: readonly Extent[] | null): readonly number[] {
  if (!wanted) return shape;
  const missing = wanted.slice(shape.length);
  const given = missing.every((extent) => extent === 1) ? [...shape, ...missing.map(() => 1)] : shape;
  const fits = (extent: Extent, axis: number) =>
    typeof extent === "string" || extent === given[axis] || (axis === 0 && extent === 1 && isBatched(wanted));
  if (given.length === wanted.length && wanted.every(fits)) return given;
  throw new Fault(`${name}: expected [${wanted.map(words).join(", ")}], got [${shape.join(", ")}]`);
}

function words(extent: Extent, axis: number): Extent {
  if (axis === 0 && (extent === 1 || extent === "")) return "n";
  return extent === "" ? "any" : extent;
}

function commonSamples(batched: readonly { name: string; samples: number }[]): number {
  const largest = batched.reduce((a, b) => (b.samples > a.samples ? b : a), { name: "", samples: 0 });
  const other = batched.find(({ samples }) => samples !== 1 && samples !== largest.samples);
  if (other)
    throw new Fault(
      `${largest.name} and ${other.name} differ in samples: ${largest.samples} and ${other.samples}`,
    );
  if (batched.length > 0 && largest.samples === 0)
    throw new Fault(`${batched[0]?.name}: there are no samples`);
  return Math.max(1, largest.samples);
}

/** True where every input of the file has a batch of 1. Throws Fault where it is fixed at another number. */
function fixedBatch(model: ModelGraph): boolean {
  const firsts = inputNames(model).flatMap((name) => {
    const shape = shapeOf(model, name);
    return shape && shape.length > 1 ? [{ name, first: shape[0] }] : [];
  });
  const wrong = firsts.find(({ first }) => typeof first === "number" && first !== 1);
  if (wrong)
    throw new Fault(`${wrong.name}: the batch is fixed at ${wrong.first} in the file`, {
      cure: "Export the model with a dynamic batch dimension, or with a batch of 1.",
    });
  return firsts.length > 0 && firsts.every(({ first }) => first === 1);
}
