import type { Runtime } from "./context.ts";
import { Fault } from "./fault.ts";
import { imagePixels } from "./imagePixels.ts";
import { classMap, greyMap, heatMap, mostVaried, type Pixels, planeOf } from "./maps.ts";
import type { Raster } from "./raster.ts";
import { type HostTensor, slice } from "./tensor.ts";
import type { Value } from "./values.ts";

/** Which sample, as in a closer look, and which unit; the most varied one where it is null. */
interface Wanted {
  readonly sample: number;
  readonly from: number;
  readonly samples: number | null;
  readonly unit: number | null;
}

/** One sample of a value that is pictures or maps. Throws Fault for any other. */
export async function rasterOf(value: Value, runtime: Runtime, wanted: Wanted): Promise<Raster> {
  if (!("tensor" in value) || value.tensor.shape.length < 3) throw new Fault(`a ${value.type} is no picture`);
  const [there = 1] = value.tensor.shape;
  const within = Math.max(0, Math.min(there - 1, wanted.sample - wanted.from));
  const host = slice(await runtime.read(value.tensor), within, within + 1);
  const placed = { type: value.type, samples: wanted.samples ?? there, sample: wanted.from + within };
  const classes = value.type === "segmentation" ? value.classes : null;
  if (value.type === "features") return { ...placed, ...unitOf(host, wanted.unit), classes };
  if (value.type !== "mask" && value.type !== "segmentation") {
    const drawn = await imagePixels(host, runtime, 1);
    return { ...placed, ...drawnAs(drawn, host.data), unit: null, units: 0, classes };
  }
  const [, h = 0, w = 0] = host.shape;
  const drawn = (value.type === "mask" ? greyMap : classMap)(host.data, h, w);
  return { ...placed, ...drawnAs(drawn, host.data), unit: null, units: 0, classes };
}

function unitOf(host: HostTensor, wanted: number | null) {
  const [, units = 1, h = 0, w = 0] = host.shape;
  const unit = wanted === null ? (mostVaried(host, 0, 1)[0] ?? 0) : Math.min(units - 1, Math.max(0, wanted));
  const plane = planeOf(host, unit);
  return { ...drawnAs(heatMap(plane, h, w), plane as HostTensor["data"]), unit, units };
}

/** The numbers are copied: what crosses to the page must not be the store's own. */
function drawnAs({ width, height, samples }: Pixels, data: HostTensor["data"]) {
  const [pixels = new Uint8ClampedArray()] = samples;
  return { width, height, pixels, values: data.slice() as Raster["values"] };
}
