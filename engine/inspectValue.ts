import type { Runtime } from "./context.ts";
import type { Inspection } from "./inspect.ts";
import { previewValue } from "./makePreview.ts";
import { heatMap, mostVaried, planeOf } from "./maps.ts";
import type { TensorData } from "./tensor.ts";
import { isBatched, tensorOf, type Value, weightOf } from "./values.ts";

const bins = 32;
const mostUnits = 24;

/** Which sample is looked at. Where the value is a part of a batch: the first sample it holds, and how many there are. */
interface Look {
  readonly sample: number;
  readonly from: number;
  readonly samples: number | null;
}

/** A closer look at a value: numbers over all that it holds, pictures of one sample. */
export async function inspectValue(value: Value, runtime: Runtime, look: Look): Promise<Inspection> {
  const held = tensorOf(value);
  const host = held && (await runtime.read(held));
  const there = isBatched(value) ? (value.tensor.shape[0] ?? 1) : 1;
  const within = Math.max(0, Math.min(there - 1, look.sample - look.from));
  const shape = host && (look.samples === null ? host.shape : [look.samples, ...host.shape.slice(1)]);
  const [, count = 0, h = 0, w = 0] = host?.shape ?? [];
  const units = value.type === "features" && host ? mostVaried(host, within, mostUnits) : [];
  return {
    type: value.type,
    shape,
    bytes: weightOf(value),
    stats: host && statistics(host.data),
    samples: look.samples ?? there,
    sample: look.from + within,
    picture: await previewValue(value, runtime, isBatched(value) ? within : 0),
    units: units.map((unit) => ({
      unit,
      picture: heatMap(planeOf(host as NonNullable<typeof host>, within * count + unit), h, w),
    })),
  };
}

/** In float64, over the finite numbers, in two passes: mean and deviation do not cancel. */
function statistics(data: TensorData): Inspection["stats"] {
  let [min, max, sum, good] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const x of data) {
    if (!Number.isFinite(x)) continue;
    if (x < min) min = x;
    if (x > max) max = x;
    sum += x;
    good++;
  }
  if (good === 0) return null;
  const mean = sum / good;
  const histogram = new Array<number>(bins).fill(0);
  const scale = max > min ? bins / (max - min) : 0;
  let squares = 0;
  for (const x of data) {
    if (!Number.isFinite(x)) continue;
    squares += (x - mean) ** 2;
    const bin = Math.min(bins - 1, Math.floor((x - min) * scale));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return { min, max, mean, std: Math.sqrt(squares / good), bad: data.length - good, histogram };
}
