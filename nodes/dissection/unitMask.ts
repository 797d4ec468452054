import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { regionOn } from "../../engine/gan/region.ts";
import { requireSameLayer } from "../../engine/gan/requireSameLayer.ts";
import { unitLevels } from "../../engine/gan/unitLevels.ts";
import { parseUnits, unitAlpha } from "../../engine/gan/units.ts";
import { unitMask as kernel } from "../../engine/gpu/kernels/unitMask.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";
import { tensor } from "../../engine/tensor.ts";

export const unitMask = defineNode({
  title: "Unit mask",
  doc: "Edits chosen units inside a region: ablate sets them to 0, insert to the value, scale multiplies by it. Units are counted from 0. Bau et al. 2018 (GAN Dissection), section 3.2.",
  synonyms: ["ablate", "insert", "turn off units", "intervention", "edit", "neuron", "dissection"],
  icon: "eraser",
  inputs: {
    features: port("features", "[n, units, h, w]"),
    units: optional("units", "The units; takes the place of the param."),
    region: optional(
      "mask",
      "[n or 1, h, w] in [0, 1], brought to the grid by adaptive max pooling; everywhere where unwired",
    ),
    levels: optional(
      "thresholds",
      "[units]: a value for each unit, such as its 0.99 quantile; takes the place of the param.",
    ),
  },
  params: {
    mode: param.choice(["ablate", "insert", "scale"], "x(1-a), x(1-a) + value a, or x(1-a) + value x a."),
    units: param.units('Units such as "3, 17, 40-48".'),
    value: param.real(1, "What insert puts in, and the factor of scale.", { step: 0.1 }),
  },
  outputs: { features: port("features", "The edited features, [n, units, h, w]") },
  async map({ features, units, region, levels }, params, context) {
    if (units) requireSameLayer(features, units, ["features", "units"]);
    const n = samplesOf(features.tensor, region?.tensor);
    const x = await expand(context, features.tensor, n, "features");
    const [, count = 0] = x.shape;
    const chosen = units?.units ?? parseUnits(params.units, count);
    const alpha = tensor([count], unitAlpha(chosen, count));
    const where = await regionOn(context, features, region);
    const value = await unitLevels(
      context,
      features,
      { levels, value: params.value },
      { mode: params.mode, chosen },
    );
    const edited = await context.runtime.apply(kernel, [x, alpha, where, value], { mode: params.mode });
    return { features: { ...features, tensor: edited } };
  },
});
