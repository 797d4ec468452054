import { generator } from "../../engine/gan/generator.ts";
import { layerAfter } from "../../engine/gan/layers.ts";
import { runLayer } from "../../engine/gan/runLayer.ts";
import { defineNode, Fault, port } from "../../engine/node.ts";

export const convLayer = defineNode({
  title: "Convolution layer",
  doc: "Runs the layer of a traditional generator (DCGAN, Progressive GAN) after the one that the features left. Radford et al. 2015; Karras et al. 2017.",
  synonyms: ["conv", "dcgan layer", "progressive gan layer", "transposed convolution"],
  icon: "layers-2",
  inputs: { features: port("features", "[n, units, h, w] of the layer before") },
  params: {},
  outputs: { features: port("features", "[n, units, r, r] of this layer") },
  async map({ features }, _, context) {
    const model = await generator(context, features.generator, "features");
    if (model.card.style)
      throw new Fault(`${model.card.id} is style-based: its layers need a style`, {
        port: "features",
        cure: "Use adainLayer instead.",
      });
    const position = layerAfter(model.card, features.layer);
    return { features: await runLayer(context, model, position, { features }) };
  },
});
