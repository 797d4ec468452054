/** Convolutions as products of matrices, planned. */
import { sizeOf } from "../tensor.ts";
import { joined, stepsOf } from "./broadcast.ts";
import { clear, copyAlong } from "./copyAlong.ts";
import { bytes, panelWidths } from "./memoryLayout.ts";
import { listBytes } from "./multiply.ts";
import { addressOf, type Plan, type Value } from "./Plan.ts";

const [widest] = panelWidths;
/** Columns of a panel: pixels of the result. */
const across = 4 * widest;
/** How deep a panel is at most: a deeper one would not stay near the core. */
const deepest = 512;

type Maps = readonly [n: number, units: number, height: number, width: number];

/** What is multiplied: weights [out, depth] and what lies under them at each pixel, gathered from `frame` a panel at a time. */
interface Gathering {
  readonly weights: Value;
  readonly frame: Value;
  readonly out: number;
  readonly depth: number;
  readonly panels: number;
  /** Pixels come in fours that lie side by side. */
  readonly runs: boolean;
  /** Offsets of what lies under the weights from a pixel's first, and of pixels from the first, in bytes. */
  readonly under: Value;
  readonly pixels: Value;
  /** Room for a panel, and for lists with their counts before them. */
  readonly panel: Value;
  readonly lists: Value;
}

/** Where a product goes: from panel to panel, and from one of its `out` rows to the next, in numbers. */
interface Target {
  readonly row: number;
  placeOf(panel: number): number;
}

/**
 * Plans y [n, out, h, w] of x [n, in, ..] and weights [out, in, tall, wide], with strides and dilations of 1; pads as ONNX has them: top,
 * left, bottom, right.
 */
export function convolve(plan: Plan, x: Value, weights: Value, pads: readonly number[]): Value {
  const frame = framed(plan, x, pads);
  const [n, units, height, width] = frame.shape as unknown as Maps;
  const [out, , tall, wide] = weights.shape as unknown as Maps;
  const [rows, columns] = [height - tall + 1, width - wide + 1];
  const [pixels, depth] = [rows * columns, units * tall * wide];
  const panels = Math.ceil((n * pixels) / across);
  const runs = columns % 4 === 0;
  const [sample = 0, unit = 0, row = 0] = stepsOf(frame.shape);
  const all = offsets([n, rows, columns], [sample, row, 1]);
  const padded = Array.from({ length: panels * across }, (_, at) => all[at] ?? 0);
  const gathering: Gathering = {
    ...{ weights, frame, out, depth, panels, runs },
    under: plan.integers(offsets([units, tall, wide], [unit, row, 1])),
    pixels: plan.integers(runs ? padded.filter((_, at) => at % 4 === 0) : padded),
    panel: plan.scratch(deepest * across),
    lists: plan.scratch(out + (out * listBytes(Math.min(depth, deepest))) / bytes.number),
  };
  const shape = [n, out, rows, columns];
  if (pixels % across === 0) {
    const placeOf = (panel: number) => {
      const first = panel * across;
      return Math.floor(first / pixels) * out * pixels + (first % pixels);
    };
    return product(plan, gathering, shape, { row: pixels, placeOf });
  }
  const lines = panels * across;
  const rough = product(plan, gathering, [out, lines], { row: lines, placeOf: (panel) => panel * across });
  const copy = copyAlong(plan.kernels, [
    { extent: n, steps: [pixels, out * pixels] },
    { extent: out, steps: [lines, pixels] },
    { extent: pixels, steps: [1, 1] },
  ]);
  return plan.make(shape, [rough], (to) => copy(addressOf(rough), to));
}

/** x in a frame of zeros, made once for all convolutions of it. */
function framed(plan: Plan, x: Value, pads: readonly number[]): Value {
  const [n, units, height, width] = x.shape as unknown as Maps;
  const [top = 0, left = 0, bottom = 0, right = 0] = pads;
  const shape = [n, units, height + top + bottom, width + left + right];
  const empty = clear(plan.kernels, sizeOf(shape));
  const copy = copyAlong(plan.kernels, joined(x.shape, [stepsOf(x.shape), stepsOf(shape)]));
  const first = (top * (shape[3] as number) + left) * bytes.number;
  return plan.once(`framed ${pads}`, x, shape, (to) => {
    empty(to);
    copy(addressOf(x), to + first);
  });
}

/** How far from the first the places are that lie along axes of `extents`, in C order; steps in numbers, the result in bytes. */
function offsets(extents: readonly number[], steps: readonly number[]): number[] {
  return extents.reduce(
    (places, extent, axis) =>
      places.flatMap((place) =>
        Array.from({ length: extent }, (_, at) => place + at * (steps[axis] as number) * bytes.number),
      ),
    [0],
  );
}

/** Goes through the depth in parts: the first is written, the others are added. */
function product(plan: Plan, gathering: Gathering, shape: readonly number[], target: Target): Value {
  const { weights, frame, out, depth, panels, runs, under, pixels, panel, lists } = gathering;
  const list = listBytes(Math.min(depth, deepest));
  const { listRows, gather, panel: multiply } = plan.kernels;
  const [gatherPanel, multiplyPanel] = [gather(runs), multiply(widest)];
  const offsetsBytes = (runs ? widest : across) * bytes.number;
  const rowBytes = target.row * bytes.number;
  return plan.make(shape, [weights, frame, under, pixels, panel, lists], (to) => {
    const [counts, first] = [addressOf(lists), addressOf(lists) + out * bytes.number];
    for (let from = 0; from < depth; from += deepest) {
      const [deep, place] = [Math.min(deepest, depth - from), from * bytes.number];
      listRows(addressOf(weights) + place, first, counts, out, deep, depth * bytes.number, list);
      for (let at = 0; at < panels; at++) {
        gatherPanel(
          addressOf(frame),
          addressOf(under) + place,
          addressOf(pixels) + at * offsetsBytes,
          addressOf(panel),
          deep,
        );
        const c = to + target.placeOf(at) * bytes.number;
        const [begin, beginRow] = from === 0 ? [0, 0] : [c, rowBytes];
        multiplyPanel(addressOf(panel), begin, first, counts, c, out, list, rowBytes, beginRow);
      }
    }
  });
}
