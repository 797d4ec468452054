import { resizeBilinear } from "../../engine/gan/bilinear.ts";
import { requireSamples } from "../../engine/gan/classShares.ts";
import { type ClassNames, classCount, conceptId, conceptsOf, namesOf } from "../../engine/gan/concepts.ts";
import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { type BestLevel, JointLevels } from "../../engine/gan/informationRatio.ts";
import { Quantiles } from "../../engine/gan/quantiles.ts";
import { defineNode, Fault, optional, param, port } from "../../engine/node.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";
import type { Features } from "../../engine/values.ts";

/** What was seen so far: a distribution a unit, of one kind or the other. */
interface Seen {
  samples: number;
  readonly of: Pick<Features, "generator" | "layer">;
  readonly names: ClassNames | null;
  readonly quantiles: Quantiles | null;
  readonly joint: JointLevels | null;
}

export const activationThreshold = defineNode({
  title: "Activation threshold",
  doc: "One level a unit, above which it counts as active: a quantile of its activations, or of the upsampled ones, or the level that tells most about a concept (best ratio of mutual information to joint entropy). Bau et al. 2018 (GAN Dissection), section 3.1.",
  synonyms: ["quantile", "percentile", "cutoff", "level", "iqr", "information quality ratio"],
  icon: "align-vertical-justify-end",
  heavy: 64,
  inputs: {
    features: port("features", "[n, units, h, w]"),
    segmentation: optional("segmentation", "Needed by the ways that work at its size."),
  },
  params: {
    quantile: param.real(0.99, "The share of values below the level.", { min: 0, max: 1, step: 0.005 }),
    method: param.choice(
      ["quantile", "upsampledQuantile", "bestRatio"],
      "Over all values of the layer; over the maps upsampled to the segmentation; or the level that tells most about a concept.",
    ),
    concept: param.concept(
      "",
      "For bestRatio: the concept; where empty, for each unit the one it tells most about.",
    ),
  },
  outputs: { thresholds: port("thresholds", "[units]") },
  reduce: {
    init: (): Seen | null => null,
    async fold(state, { features, segmentation }, { method, quantile, concept }, context) {
      const n = samplesOf(features.tensor, segmentation?.tensor);
      const maps = await context.runtime.read(await expand(context, features.tensor, n, "features"));
      const ids = segmentation
        ? await context.runtime.read(await expand(context, segmentation.tensor, n, "segmentation"))
        : null;
      if (!ids && method !== "quantile")
        throw new Fault(`${method} works at the size of a segmentation, and none is wired`, {
          port: "segmentation",
          cure: "Wire in the segmentation of the same samples, or choose the method quantile.",
        });
      if (method === "bestRatio" && segmentation && ids) {
        if (concept !== "") conceptId(segmentation, concept);
        classCount({ classes: null, ignore: [] }, ids.data, "segmentation");
      }
      const units = maps.shape[1] ?? 0;
      const seen: Seen = state ?? {
        samples: 0,
        of: { generator: features.generator, layer: features.layer },
        names: segmentation ? namesOf(segmentation) : null,
        quantiles: method === "bestRatio" ? null : new Quantiles(quantile, units),
        joint: method === "bestRatio" ? new JointLevels(units) : null,
      };
      seen.samples += n;
      if (method !== "quantile" && ids) takeUpsampled(seen, maps, ids);
      else eachMap(maps, (unit, map) => seen.quantiles?.add(unit, map));
      seen.quantiles?.settle();
      return seen;
    },
    merge(a, b) {
      if (!a || !b) return a ?? b;
      a.samples += b.samples;
      if (b.quantiles) a.quantiles?.merge(b.quantiles);
      if (b.joint) a.joint?.merge(b.joint);
      return a;
    },
    finish(state, { concept, quantile, method }) {
      const seen = requireSamples(state, "features");
      const found =
        seen.quantiles?.levels() ?? bestLevels(seen, concept).map((best) => ({ ...best, rankError: 0 }));
      return {
        thresholds: {
          ...seen.of,
          type: "thresholds",
          quantile: method === "bestRatio" ? null : quantile,
          rankError: Math.max(0, ...found.map(({ rankError }) => rankError)),
          tensor: tensor(
            [found.length],
            Float32Array.from(found, ({ level }) => level),
          ),
        },
      };
    },
  },
});

function eachMap(
  { shape, data }: HostTensor,
  take: (unit: number, map: ArrayLike<number>, sample: number) => void,
): void {
  const [n = 0, units = 0, h = 0, w = 0] = shape;
  for (let index = 0; index < n * units; index++)
    take(index % units, data.subarray(index * h * w, (index + 1) * h * w), Math.floor(index / units));
}

/** Every map at the size of the segmentation, one at a time. */
function takeUpsampled({ quantiles, joint }: Seen, maps: HostTensor, ids: HostTensor): void {
  const [, , h = 0, w = 0] = maps.shape;
  const [n = 0, rows = 0, columns = 0] = ids.shape;
  const picture = (sample: number) =>
    ids.data.subarray(sample * rows * columns, (sample + 1) * rows * columns);
  for (let sample = 0; sample < n; sample++) joint?.addPicture(picture(sample));
  eachMap(maps, (unit, map, sample) => {
    const upsampled = resizeBilinear(map, [h, w], [rows, columns]);
    quantiles?.add(unit, upsampled);
    joint?.add(unit, upsampled, picture(sample));
  });
}

/** Each unit's best level for the concept, or for whichever it tells most about. */
function bestLevels({ joint, names }: Seen, concept: string): BestLevel[] {
  if (!joint || !names) return [];
  const ids =
    concept === "" ? conceptsOf(names, joint.classes - 1).map(({ id }) => id) : [conceptId(names, concept)];
  return Array.from({ length: joint.units }, (_, unit) =>
    ids
      .map((id) => joint.best(unit, id))
      .reduce((best, each) => (each.ratio > best.ratio ? each : best), { level: 0, ratio: 0 }),
  );
}
