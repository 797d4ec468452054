import { generator } from "../../engine/gan/generator.ts";
import { imageOf } from "../../engine/gan/imageOf.ts";
import { lastLayer } from "../../engine/gan/layers.ts";
import { defineNode, Fault, port } from "../../engine/node.ts";

export const toRGB = defineNode({
  title: "To RGB",
  doc: "Turns the features of the last layer into pictures [n, 3, h, w] in [-1, 1] by the generator's 1x1 convolution. Karras et al. 2017, section 2.",
  synonyms: ["rgb", "picture", "image", "output", "1x1 convolution"],
  icon: "image",
  inputs: { features: port("features", "[n, units, h, w] of the last layer") },
  params: {},
  outputs: { image: port("image", "[n, 3, h, w] in [-1, 1]") },
  async map({ features }, _, context) {
    const model = await generator(context, features.generator, "features");
    const last = lastLayer(model.card).layer.name;
    if (features.layer !== last)
      throw new Fault(
        `only features of the last layer, ${last}, become pictures: these left ${from(features.layer)}`,
        {
          port: "features",
          cure: "Wire the layers that follow in between.",
        },
      );
    return { image: await imageOf(context, model, features) };
  },
});

function from(layer: string | null): string {
  return layer ?? "the constant input";
}
