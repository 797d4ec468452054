import { requireSamples } from "../../engine/gan/classShares.ts";
import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { requireSameLayer } from "../../engine/gan/requireSameLayer.ts";
import { TopSamples } from "../../engine/gan/topSamples.ts";
import { requireLevels, requireUnits, unitAlpha, unitsOrAll } from "../../engine/gan/units.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const topSamples = defineNode({
  title: "Top samples",
  doc: "The samples that drive each unit most, dimmed but for the part where the unit is above its threshold, with a white line round it. Bau et al. 2018 (GAN Dissection), figure 4.",
  synonyms: ["top images", "most activating", "exemplars", "maximally activating"],
  icon: "trophy",
  inputs: {
    image: port("image", "[n, 3, H, W]"),
    features: port("features", "[n, units, h, w] of the same samples"),
    units: optional("units", "The units; takes the place of the param."),
    thresholds: optional("thresholds", "Where the line runs; at half of the unit's peak where unwired."),
  },
  params: {
    units: param.units('Units such as "3, 17, 40-48"; all of the layer where empty.'),
    count: param.integer(4, "Samples a unit.", { min: 1, max: 64 }),
    show: param.choice(["whole", "crop"], "The whole picture, or the square round the unit's part."),
  },
  outputs: {
    image: port(
      "image",
      "[units x count, 3, H, W], a unit's samples one after the other, the strongest first",
    ),
    table: port("table", "unit, rank, sample, peak: a row a picture"),
  },
  reduce: {
    init: (): TopSamples | null => null,
    async fold(state, { image, features, units, thresholds }, params, context) {
      const { runtime, range } = context;
      if (units) requireSameLayer(features, units, ["features", "units"]);
      if (thresholds) requireSameLayer(features, thresholds, ["features", "thresholds"]);
      const n = samplesOf(image.tensor, features.tensor);
      const pictures = await runtime.read(await expand(context, image.tensor, n, "image"));
      const maps = await runtime.read(await expand(context, features.tensor, n, "features"));
      const tops =
        state ?? new TopSamples(chosen(units?.units, params.units, maps.shape[1] ?? 0), params.count);
      if (thresholds) {
        const { data } = await runtime.read(thresholds.tensor);
        requireLevels(maps.shape[1] ?? 0, data.length, "thresholds");
        tops.levels ??= data.slice();
      }
      tops.add(pictures, maps, range.from);
      return tops;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    finish(state, { show }) {
      const tops = requireSamples(state, "image");
      return {
        image: { type: "image", tensor: tops.pictures(show === "crop") },
        table: { type: "table", columns: ["unit", "rank", "sample", "peak"], rows: tops.rows() },
      };
    },
  },
});

/** The units to show: as wired, as written, or all. Throws Fault where one is not of the layer, or none is wired. */
function chosen(wired: readonly number[] | undefined, written: string, count: number): readonly number[] {
  if (!wired) return unitsOrAll(written, count);
  unitAlpha(requireUnits(wired), count);
  return wired;
}
