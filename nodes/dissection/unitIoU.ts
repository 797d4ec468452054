import { requireSamples } from "../../engine/gan/classShares.ts";
import { classCount, namesOf } from "../../engine/gan/concepts.ts";
import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { requireSameLayer } from "../../engine/gan/requireSameLayer.ts";
import { Overlaps, scoresOf, withoutEmptySamples } from "../../engine/gan/unitIou.ts";
import { unitCounts } from "../../engine/gpu/kernels/unitCounts.ts";
import { defineNode, param, port } from "../../engine/node.ts";
import { tensor } from "../../engine/tensor.ts";

export const unitIoU = defineNode({
  title: "Unit IoU",
  doc: "How well each unit's thresholded feature map agrees with each concept: the map brought to the segmentation's size, intersections and unions summed over all samples, then divided. Bau et al. 2018 (GAN Dissection), section 3.1.",
  synonyms: [
    "intersection over union",
    "iou",
    "dissect",
    "agreement",
    "network dissection",
    "interpretable units",
  ],
  icon: "blend",
  heavy: 64,
  inputs: {
    features: port("features", "[n, units, h, w]"),
    segmentation: port("segmentation", "class ids [n, H, W] of the same samples"),
    thresholds: port("thresholds", "one a unit"),
  },
  params: {
    empty: param.choice(
      ["count", "skip"],
      "Samples in which no concept occurs at all: counted like all others, or left out, as the published code does.",
    ),
  },
  outputs: { scores: port("scores", "IoU, units x concepts") },
  reduce: {
    init: (): Overlaps | null => null,
    async fold(state, { features, segmentation, thresholds }, { empty }, context) {
      requireSameLayer(features, thresholds, ["features", "thresholds"]);
      const { runtime } = context;
      const n = samplesOf(features.tensor, segmentation.tensor);
      const [maps, ids] = [
        await expand(context, features.tensor, n, "features"),
        await runtime.read(await expand(context, segmentation.tensor, n, "segmentation")),
      ];
      const names = namesOf(segmentation);
      const given = Int32Array.from(ids.data);
      const data = empty === "skip" ? withoutEmptySamples(given, n, names) : given;
      const classes = classCount(names, data, "segmentation");
      const counted = await runtime.apply(unitCounts, [maps, thresholds.tensor, tensor(ids.shape, data)], {
        classes,
      });
      const overlaps = state ?? new Overlaps(features.tensor.shape[1] ?? 0);
      overlaps.samples += n;
      overlaps.names ??= names;
      const { generator, layer, quantile, tensor: levels } = thresholds;
      overlaps.of ??= {
        generator,
        layer,
        quantile,
        thresholds: Array.from((await runtime.read(levels)).data),
      };
      overlaps.add((await runtime.read(counted)).data, classes, data);
      runtime.release(counted);
      return overlaps;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    finish(state) {
      return { scores: scoresOf(requireSamples(state, "features")) };
    },
  },
});
