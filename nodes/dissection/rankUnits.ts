import { requireSamples } from "../../engine/gan/classShares.ts";
import { conceptId } from "../../engine/gan/concepts.ts";
import { rankRows, UnitEffects } from "../../engine/gan/rankUnits.ts";
import { regionOn } from "../../engine/gan/region.ts";
import { segmenter } from "../../engine/gan/segmenter.ts";
import { singleEdits } from "../../engine/gan/singleEdits.ts";
import { unitLevels } from "../../engine/gan/unitLevels.ts";
import { unitsOrAll } from "../../engine/gan/units.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const rankUnits = defineNode({
  title: "Rank units",
  doc: "What ablating each unit alone does to a concept's share of the pixels, over all samples; or what inserting it does. Only the layers after the features run. The unit that removes most comes first, of insertions the one that adds most. Bau et al. 2018 (GAN Dissection), section 3.2.",
  synonyms: ["causal ranking", "ace", "single unit ablation", "single unit insertion", "importance"],
  icon: "arrow-down-wide-narrow",
  heavy: true,
  inputs: {
    features: port("features", "[n, units, h, w] that left a layer"),
    w: optional("style", "w [n or 1, size] for the later layers of a style-based generator"),
    noise: optional("noise", "None where unwired."),
    region: optional(
      "mask",
      "[n or 1, h, w] in [0, 1], where the units are edited, brought to the grid by adaptive max pooling; everywhere where unwired",
    ),
    levels: optional(
      "thresholds",
      "[units]: what insert puts into each unit, such as its 0.99 quantile; takes the place of the param.",
    ),
  },
  params: {
    model: param.model("segmenter", "scenes-segmenter", "The segmentation network that measures."),
    concept: param.concept("tree", "The concept to measure."),
    mode: param.choice(["ablate", "insert"], "Set each unit to 0, or to its level."),
    value: param.real(1, "What insert puts in.", { step: 0.1, unless: "levels" }),
    units: param.units('Units to try, such as "3, 17, 40-48"; all where empty.'),
    count: param.integer(8, "How many of the first units flow on.", { min: 1 }),
  },
  outputs: {
    table: port("table", "unit, before, after, effect, relative, error"),
    units: port("units", "those that remove most, of insertions those that add most"),
  },
  reduce: {
    init: (): UnitEffects | null => null,
    async fold(
      state,
      { features, w, noise, region, levels },
      { model, concept, mode, value, units },
      context,
    ) {
      const network = await segmenter(context, model, "model");
      const chosen = unitsOrAll(units, features.tensor.shape[1] ?? 0);
      const edit = {
        mode,
        chosen,
        region: await regionOn(context, features, region),
        levels: await unitLevels(context, features, { levels, value }, { mode, chosen }),
      };
      const id = conceptId(network.card, concept);
      const effects = new UnitEffects(features);
      await effects.add(singleEdits(context, features, { w, noise }, network, edit), id);
      if (!state) return effects;
      state.merge(effects);
      return state;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    finish(state, { mode, count }) {
      const effects = requireSamples(state, "features");
      const rows = rankRows(effects, mode);
      const units = rows.slice(0, count).map(([unit]) => unit as number);
      const columns = ["unit", "before", "after", "effect", "relative", "error"];
      return { table: { type: "table", columns, rows }, units: { type: "units", ...effects.of, units } };
    },
  },
});
