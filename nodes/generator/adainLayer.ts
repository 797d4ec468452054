import { generator, sharedGenerator } from "../../engine/gan/generator.ts";
import { layerAfter } from "../../engine/gan/layers.ts";
import { requireStyle } from "../../engine/gan/requireStyle.ts";
import { runLayer } from "../../engine/gan/runLayer.ts";
import { defineNode, optional, port } from "../../engine/node.ts";

export const adainLayer = defineNode({
  title: "AdaIN layer",
  doc: "Runs the layer after the one that the features left: convolution, noise, then each feature map normalised, scaled and shifted by the style. Karras et al. 2018, section 2.",
  synonyms: [
    "style mixing",
    "style layer",
    "synthesis layer",
    "adaptive instance normalization",
    "style block",
    "convolution",
  ],
  icon: "layers",
  inputs: {
    features: port("features", "[n, units, h, w] of the layer before, or the constant input"),
    w: port("style", "w [n, size]"),
    noise: optional("noise", "None where unwired."),
  },
  params: {},
  outputs: { features: port("features", "[n, units, r, r] of this layer") },
  async map({ features, w, noise }, _, context) {
    const id = sharedGenerator(features, w, ["features", "w"]);
    const model = await generator(context, id, "features");
    requireStyle(model.card, w.tensor);
    const position = layerAfter(model.card, features.layer);
    return { features: await runLayer(context, model, position, { features, style: w.tensor, noise }) };
  },
});
