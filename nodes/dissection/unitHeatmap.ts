import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { requireSameLayer } from "../../engine/gan/requireSameLayer.ts";
import { heatOver, meanMaps } from "../../engine/gan/unitPictures.ts";
import { requireUnits, unitAlpha } from "../../engine/gan/units.ts";
import { defineNode, param, port } from "../../engine/node.ts";

export const unitHeatmap = defineNode({
  title: "Unit heatmap",
  doc: "Where the units are active in each picture: their mean map in viridis over it, from its least to its greatest value. Bau et al. 2018 (GAN Dissection), figure 3.",
  synonyms: ["activation map", "overlay", "attention", "where", "heat map"],
  icon: "flame",
  inputs: {
    image: port("image", "[n, 3, H, W]"),
    features: port("features", "[n, units, h, w] of the same samples"),
    units: port("units", "the units whose mean is shown"),
  },
  params: {
    opacity: param.real(0.6, "0 leaves the picture, 1 shows the map alone.", { min: 0, max: 1, step: 0.1 }),
  },
  outputs: { image: port("image", "[n, 3, H, W]") },
  async map({ image, features, units }, { opacity }, context) {
    requireSameLayer(features, units, ["features", "units"]);
    const n = samplesOf(image.tensor, features.tensor);
    const pictures = await context.runtime.read(await expand(context, image.tensor, n, "image"));
    const maps = await context.runtime.read(await expand(context, features.tensor, n, "features"));
    const [, count = 0, h = 0, w = 0] = maps.shape;
    unitAlpha(requireUnits(units.units), count);
    const tensor = heatOver(pictures, meanMaps(maps, units.units), [h, w], opacity);
    return { image: { type: "image", tensor } };
  },
});
