/** What stands at a place of a picture: its strongest units as a table. */
import type { Runtime } from "../context.ts";
import { Fault } from "../fault.ts";
import { type AtPlace, cellAt, type Measure, type Place } from "../place.ts";
import type { HostTensor } from "../tensor.ts";
import type { Features, Image, Scores, Table, Thresholds, Units } from "../values.ts";
import { requireSameLayer } from "./requireSameLayer.ts";
import { unitConcepts } from "./unitConcepts.ts";
import { activationsAt, deviationsAbove, strongest, timesThreshold } from "./unitsAt.ts";

interface Inputs {
  readonly image: Image;
  readonly features: Features;
  readonly thresholds: Thresholds | undefined;
  readonly scores: Scores | undefined;
}

interface Params {
  readonly place: Place;
  readonly sample: number;
  readonly count: number;
  readonly by: Measure | "auto";
}

/** Reads the strongest units of one cell. Throws Fault where the inputs do not belong together, or nothing can be told. */
export async function atPlace(
  inputs: Inputs,
  { place, sample, count, by }: Params,
  runtime: Runtime,
): Promise<AtPlace & { readonly units: Units }> {
  const { features, scores } = inputs;
  const measure = by === "auto" ? (inputs.thresholds ? "threshold" : "deviation") : by;
  requireSameUnits(inputs, measure);
  requireSample(inputs, sample);
  const maps = await runtime.read(features.tensor);
  const [n = 0, , rows = 0, columns = 0] = maps.shape;
  const grid = { rows, columns };
  const activations = activationsAt(maps, n === 1 ? 0 : sample, cellAt(place, grid));
  const thresholds = inputs.thresholds ? (await runtime.read(inputs.thresholds.tensor)).data : null;
  const strengths = strengthsOf(activations, maps, thresholds ?? [], measure);
  const units = strongest(strengths, count);
  if (units.length === 0) throw nothingToTell(measure);
  const { generator, layer } = features;
  return {
    grid,
    measure,
    table: tableOf(units, { strengths, activations, thresholds, scores }),
    units: { type: "units", generator, layer, units },
  };
}

function strengthsOf(
  activations: Float64Array,
  maps: HostTensor,
  thresholds: ArrayLike<number>,
  measure: Measure,
): Float64Array {
  if (measure === "threshold") return timesThreshold(activations, thresholds);
  return measure === "deviation" ? deviationsAbove(activations, maps) : activations;
}

interface Read {
  readonly strengths: ArrayLike<number>;
  readonly activations: ArrayLike<number>;
  readonly thresholds: ArrayLike<number> | null;
  readonly scores: Scores | undefined;
}

function tableOf(units: readonly number[], { strengths, activations, thresholds, scores }: Read): Table {
  const concepts = scores ? unitConcepts(scores) : null;
  const columns = [
    "unit",
    "strength",
    "activation",
    ...(thresholds ? ["threshold"] : []),
    ...(concepts ? ["concept", "iou"] : []),
  ];
  const rows = units.map((unit) => [
    unit,
    strengths[unit] as number,
    activations[unit] as number,
    ...(thresholds ? [finite(thresholds[unit] as number)] : []),
    ...(concepts ? [concepts[unit]?.concept ?? "", concepts[unit]?.iou ?? 0] : []),
  ]);
  return { type: "table", columns, rows };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Thresholds and scores must be of the layer and have a row for each of its units. */
function requireSameUnits({ features, thresholds, scores }: Inputs, measure: Measure): void {
  if (!thresholds && measure === "threshold")
    throw new Fault("strength by threshold needs thresholds, and none are wired", {
      port: "thresholds",
      cure: "Wire in the thresholds of the layer, or choose deviation.",
    });
  const [, units = 0] = features.tensor.shape;
  const others = [
    { name: "thresholds", value: thresholds, has: thresholds?.tensor.shape[0] },
    { name: "scores", value: scores, has: scores?.iou.length },
  ];
  for (const { name, value, has } of others) {
    if (!value) continue;
    requireSameLayer(features, value, ["features", name]);
    if (has !== units)
      throw new Fault(`the ${name} are of ${has} units, the features have ${units}`, {
        port: name,
        cure: `Take ${name} of the layer that the features left.`,
      });
  }
}

/** Both batches must have the sample; a batch of one goes with any. */
function requireSample({ image, features }: Inputs, sample: number): void {
  const [pictures = 0, maps = 0] = [image.tensor.shape[0], features.tensor.shape[0]];
  if (pictures !== maps && pictures !== 1 && maps !== 1)
    throw new Fault(`image and features differ in samples: ${pictures} and ${maps}`, {
      port: "features",
      cure: "Take both of the same samples.",
    });
  const n = Math.max(pictures, maps);
  if (sample >= n)
    throw new Fault(`there is no sample ${sample}: the batch has ${n}`, {
      port: "sample",
      cure: n === 1 ? "Choose sample 0." : `Choose a sample from 0 to ${n - 1}.`,
    });
}

function nothingToTell(measure: Measure): Fault {
  const [reason, cure] = {
    threshold: ["no unit has a finite activation there and a threshold above 0", "Choose deviation."],
    deviation: [
      "no unit has a finite activation there and more than one value in all",
      "Wire in features of more samples, or choose activation.",
    ],
    activation: ["no unit has a finite activation there", "Choose another place."],
  }[measure] as [string, string];
  return new Fault(reason, { port: "features", cure });
}
