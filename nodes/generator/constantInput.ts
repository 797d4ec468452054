import { constantOf } from "../../engine/gan/constant.ts";
import { generator as loadGenerator } from "../../engine/gan/generator.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";

export const constantInput = defineNode({
  title: "Constant input",
  doc: "The learned maps [1, units, 4, 4] that every picture of a style-based generator starts from. Karras et al. 2018, section 2.",
  synonyms: ["const", "start", "4x4", "learned constant"],
  icon: "shapes",
  inputs: {},
  params: { generator: param.model("generator", "scenes-stylegan", "A style-based generator.") },
  outputs: { features: port("features", "[1, units, r, r], before the first layer") },
  async compute(_, { generator }, context) {
    const model = await loadGenerator(context, generator, "generator");
    if (!model.card.style)
      throw new Fault(`${generator} is a traditional generator: it starts from z, not from a constant`, {
        port: "generator",
        cure: "Use projectLatent with it.",
      });
    return { features: { type: "features", generator, layer: null, tensor: constantOf(model) } };
  },
});
