import type { Runtime } from "./context.ts";
import { evolutionPreview } from "./evolutionPreview.ts";
import { imagePixels } from "./imagePixels.ts";
import { classMap, greyMap, heatMap, mostVaried, type Pixels, planeOf } from "./maps.ts";
import type { Sort, View } from "./node.ts";
import { planeOfData, planeOfPoints, planePreview } from "./planePreview.ts";
import type { Preview } from "./preview.ts";
import type { Entry } from "./store.ts";
import { type HostTensor, sizeOf } from "./tensor.ts";
import { thinChart } from "./thinChart.ts";
import { unitsPreview } from "./unitsPreview.ts";
import type { Table, Value } from "./values.ts";

/** Samples shown in a node, and in a view. */
const fewSamples = 4;
const manySamples = 256;
/** Rows of bars and of tables, and of a table in a view: as many as a person may want to read or to hand on. */
const mostRows = 64;
const mostViewRows = 10_000;

type Picture = Pick<Entry, "outputs" | "view">;

/**
 * A small picture of what a node made: of its view, else of its first output that shows best. `total` is the number of
 * samples where the value holds only the first of them. null where there is nothing to see.
 */
export async function makePreview(
  { outputs, view }: Picture,
  runtime: Runtime,
  total: number | null = null,
): Promise<Preview | null> {
  if (view?.kind === "images")
    return { ...(await imagePixels(view.image.tensor, runtime, manySamples)), columns: view.columns };
  if (view?.kind === "comparison") {
    const pixels = [view.a, view.b].map(({ tensor }) => imagePixels(tensor, runtime, manySamples));
    const [a, b] = (await Promise.all(pixels)) as [Pixels, Pixels];
    return { kind: "comparison", a, b, mode: view.mode };
  }
  if (view?.kind === "table") return tablePreview(view.table, mostViewRows, view.sort);
  if (view?.kind === "chart") return { kind: "chart", chart: thinChart(view.chart) };
  if (view?.kind === "place") return placePreview(view, runtime);
  if (view?.kind === "units") return unitsPreview(view, runtime);
  if (view?.kind === "points") return planePreview(view.plane);
  const values = Object.values(outputs);
  const value = values.find(({ type }) => type === "image") ?? values[0];
  const preview = value ? await previewValue(value, runtime) : null;
  return preview?.kind === "pixels" && total !== null ? { ...preview, total } : preview;
}

async function placePreview(
  { image, sample, ...at }: View & { readonly kind: "place" },
  runtime: Runtime,
): Promise<Preview> {
  return { ...at, picture: await imagePixels(image.tensor, runtime, 1, sample) };
}

/** A picture of the first sample of a value alone. */
export async function firstSample(value: Value, runtime: Runtime): Promise<Preview> {
  const preview = await previewValue(value, runtime);
  return preview.kind === "pixels" ? { ...preview, samples: preview.samples.slice(0, 1) } : preview;
}

/** A small picture of one value; samples from `sample` on. */
export async function previewValue(value: Value, runtime: Runtime, sample = 0): Promise<Preview> {
  switch (value.type) {
    case "image":
      return imagePixels(value.tensor, runtime, fewSamples, sample);
    case "features": {
      const host = await runtime.read(value.tensor);
      const [, units = 1, h = 0, w = 0] = host.shape;
      const [unit = 0] = mostVaried(host, sample, 1);
      return { ...heatMap(planeOf(host, sample * units + unit), h, w), total: host.shape[0] ?? 1 };
    }
    case "mask":
    case "segmentation":
      return planes(await runtime.read(value.tensor), value.type === "mask" ? greyMap : classMap, sample);
    case "latent":
    case "style":
      return bars(await runtime.read(value.tensor));
    case "number":
      return { kind: "number", value: value.value };
    case "table":
      return tablePreview(value, mostRows);
    case "points":
      return planePreview(planeOfPoints((await runtime.read(value.tensor)).data));
    case "dataset":
      if (value.tensor.shape.length !== 2) return imagePixels(value.tensor, runtime, fewSamples, sample);
      return planePreview(planeOfData((await runtime.read(value.tensor)).data, value.modes));
    case "evolution":
      return evolutionPreview(value, runtime);
    default:
      return { kind: "words", text: inWords(value) };
  }
}

function planes(host: HostTensor, draw: typeof greyMap, from: number): Pixels {
  const [total = 0, h = 0, w = 0] = host.shape;
  const shown = Math.min(fewSamples, total - from);
  const drawn = Array.from({ length: shown }, (_, i) => draw(planeOf(host, from + i), h, w));
  return {
    kind: "pixels",
    width: w,
    height: h,
    samples: drawn.flatMap(({ samples }) => samples),
    total,
    columns: null,
  };
}

/** Grey from three standard deviations below zero to three above: the same for z and, near enough, for w. */
function bars({ shape, data }: HostTensor): Preview {
  const rows = Math.min(mostRows, shape[0] ?? 0);
  const columns = sizeOf(shape.slice(1));
  const levels = Uint8ClampedArray.from(data.subarray(0, rows * columns), (x) => 127.5 + (x / 3) * 127.5);
  return { kind: "bars", rows, columns, levels };
}

function tablePreview({ columns, rows }: Table, limit: number, sort: Sort | null = null): Preview {
  return { kind: "table", columns, rows: rows.slice(0, limit), total: rows.length, sort };
}

/** Values without a picture, in a few words. */
function inWords(value: Value): string {
  const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
  switch (value.type) {
    case "noise":
      return `seed ${value.seed}, strength ${value.strength}`;
    case "units":
      return count(value.units.length, "unit");
    case "thresholds":
      return count(sizeOf(value.tensor.shape), "threshold") + inexact(value.rankError ?? 0);
    case "scores":
      return `${count(value.iou.length, "unit")}, ${count(value.concepts.length, "concept")}`;
    case "generator":
      return value.model;
    default:
      return value.type;
  }
}

function inexact(rankError: number): string {
  return rankError > 0 ? `, ranks within ${(100 * rankError).toPrecision(2)} %` : "";
}
