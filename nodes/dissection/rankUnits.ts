import { requireSamples } from "../../engine/gan/classShares.ts";
import { rankRows, singleAblations, type UnitEffects } from "../../engine/gan/rankUnits.ts";
import { segmenter } from "../../engine/gan/segmenter.ts";
import { parseUnits } from "../../engine/gan/units.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const rankUnits = defineNode({
  title: "Rank units",
  doc: "What ablating each unit alone does to a concept's share of the pixels, over all samples; only the layers after the features run. The unit that removes most comes first. Bau et al. 2018 (GAN Dissection), section 3.2.",
  synonyms: ["causal ranking", "ace", "single unit ablation", "importance"],
  icon: "arrow-down-wide-narrow",
  heavy: true,
  inputs: {
    features: port("features", "[n, units, h, w] that left a layer"),
    w: optional("style", "w [n or 1, size] for the later layers of a style-based generator"),
    noise: optional("noise", "None where unwired."),
  },
  params: {
    model: param.model("segmenter", "scenes-segmenter", "The segmentation network that measures."),
    concept: param.text("tree", "The concept to measure."),
    units: param.units('Units to try, such as "3, 17, 40-48"; all where empty.'),
    count: param.integer(8, "How many of the first units flow on.", { min: 1 }),
  },
  outputs: {
    table: port("table", "unit, before, after, effect, relative, error"),
    units: port("units", "those whose ablation removes most"),
  },
  reduce: {
    init: (): UnitEffects | null => null,
    async fold(state, { features, w, noise }, { model, concept, units }, context) {
      const network = await segmenter(context, model, "model");
      const chosen = parseUnits(units);
      const effects = await singleAblations(context, features, { w, noise }, { network, concept, chosen });
      if (!state) return effects;
      state.merge(effects);
      return state;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    finish(state, { count }) {
      const effects = requireSamples(state, "features");
      const rows = rankRows(effects);
      const units = rows.slice(0, count).map(([unit]) => unit as number);
      const columns = ["unit", "before", "after", "effect", "relative", "error"];
      return { table: { type: "table", columns, rows }, units: { type: "units", ...effects.of, units } };
    },
  },
});
