import { classShares, requireSamples } from "../../engine/gan/classShares.ts";
import { namesOf, requireSameClasses } from "../../engine/gan/concepts.ts";
import { regionOn } from "../../engine/gan/region.ts";
import { segmenter } from "../../engine/gan/segmenter.ts";
import { singleEdits } from "../../engine/gan/singleEdits.ts";
import { UnitDistances } from "../../engine/gan/unitDistances.ts";
import { unitLevels } from "../../engine/gan/unitLevels.ts";
import { unitsOrAll } from "../../engine/gan/units.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const rankArtifacts = defineNode({
  title: "Rank artifact units",
  doc: "How far generated pictures are from real ones without each unit alone, as the Frechet segmentation distance; only the layers after the features run. The unit whose ablation brings them nearest comes first. Bau et al. 2018 (GAN Dissection), section 4.2.",
  synonyms: ["artifacts", "bad units", "improve", "fsd", "fid", "quality", "causal ranking"],
  icon: "bug",
  heavy: true,
  inputs: {
    features: port("features", "[n, units, h, w] that left a layer"),
    real: port("segmentation", "class ids [n, H, W] of as many real pictures, by the same model"),
    w: optional("style", "w [n or 1, size] for the later layers of a style-based generator"),
    noise: optional("noise", "None where unwired."),
  },
  params: {
    model: param.model("segmenter", "scenes-segmenter", "The segmentation network that measures."),
    units: param.units('Units to try, such as "3, 17, 40-48"; all where empty.'),
    count: param.integer(8, "How many of the first units flow on, of those that bring the pictures nearer.", {
      min: 1,
    }),
  },
  outputs: {
    table: port("table", "unit, before, after, effect, relative"),
    units: port("units", "those whose ablation brings the pictures nearest"),
  },
  reduce: {
    init: (): UnitDistances | null => null,
    async fold(state, { features, real, w, noise }, { model, units }, context) {
      const network = await segmenter(context, model, "model");
      requireSameClasses(real, namesOf(network.card), ["real", "model"]);
      const chosen = unitsOrAll(units, features.tensor.shape[1] ?? 0);
      const edit = {
        mode: "ablate",
        chosen,
        region: await regionOn(context, features, undefined),
        levels: await unitLevels(context, features, { value: 0 }, { mode: "ablate", chosen }),
      } as const;
      const distances = new UnitDistances(features);
      const seen = classShares(await context.runtime.read(real.tensor), network.card.classes.length);
      await distances.add(singleEdits(context, features, { w, noise }, network, edit), seen);
      if (!state) return distances;
      state.merge(distances);
      return state;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    async finish(state, { count }) {
      const distances = requireSamples(state, "features");
      const rows = await distances.rows();
      const nearer = rows.filter(([, before, after]) => (after as number) < (before as number));
      const units = nearer.slice(0, count).map(([unit]) => unit as number);
      const columns = ["unit", "before", "after", "effect", "relative"];
      return { table: { type: "table", columns, rows }, units: { type: "units", ...distances.of, units } };
    },
  },
});
