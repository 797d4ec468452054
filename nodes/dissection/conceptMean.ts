import { requireSamples } from "../../engine/gan/classShares.ts";
import { ConceptMeans } from "../../engine/gan/conceptMeans.ts";
import { conceptId } from "../../engine/gan/concepts.ts";
import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";
import { tensor } from "../../engine/tensor.ts";

export const conceptMean = defineNode({
  title: "Concept mean",
  doc: "How active each unit is on the pixels of a concept, on average: what to insert where the concept is to appear. Bau et al. 2018 (GAN Dissection), section 3.2.",
  synonyms: ["class weighted mean", "insertion constant", "typical activation", "level"],
  icon: "target",
  heavy: 64,
  inputs: {
    features: port("features", "[n, units, h, w]"),
    segmentation: port("segmentation", "class ids [n, H, W] of the same samples"),
  },
  params: { concept: param.concept("door", "A class of the segmentation; of a fed one its number.") },
  outputs: {
    levels: port("thresholds", "[units]: the mean of each upsampled map over the concept's pixels"),
  },
  reduce: {
    init: (): ConceptMeans | null => null,
    async fold(state, { features, segmentation }, { concept }, context) {
      const id = conceptId(segmentation, concept);
      const n = samplesOf(features.tensor, segmentation.tensor);
      const maps = await context.runtime.read(await expand(context, features.tensor, n, "features"));
      const ids = await context.runtime.read(await expand(context, segmentation.tensor, n, "segmentation"));
      const { generator, layer } = features;
      const means = state ?? new ConceptMeans({ generator, layer }, maps.shape[1] ?? 0);
      means.add(maps, ids, id);
      return means;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    finish(state, { concept }) {
      const means = requireSamples(state, "features");
      if (means.pixels === 0)
        throw new Fault(`no sample shows ${concept}`, {
          port: "concept",
          cure: "Take more samples, or another concept.",
        });
      const levels = means.levels();
      return {
        levels: { type: "thresholds", ...means.of, quantile: null, tensor: tensor([levels.length], levels) },
      };
    },
  },
});
