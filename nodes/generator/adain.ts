import { adain as transfer } from "../../engine/gan/adain.ts";
import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { defineNode, Fault, port } from "../../engine/node.ts";

export const adain = defineNode({
  title: "AdaIN",
  doc: "Gives each feature map of the content the mean and deviation of the style's map: sigma(s) (c - mu(c)) / sigma(c) + mu(s), per sample and unit. Huang and Belongie 2017; Karras et al. 2018, equation 1.",
  synonyms: ["adaptive instance normalization", "style transfer", "statistics", "moments", "normalise"],
  icon: "blend",
  inputs: {
    content: port("features", "[n, units, h, w]"),
    style: port("features", "[n, units, any h, any w]: only its statistics are taken"),
  },
  params: {},
  outputs: { features: port("features", "The content with the style's statistics, [n, units, h, w]") },
  async map({ content, style }, _, context) {
    const [units, others] = [content.tensor.shape[1], style.tensor.shape[1]];
    if (units !== others)
      throw new Fault(`content and style differ in units: ${units} and ${others}`, {
        port: "style",
        cure: "Take both from layers with the same number of units.",
      });
    const n = samplesOf(content.tensor, style.tensor);
    const x = await context.runtime.read(await expand(context, content.tensor, n, "content"));
    const y = await context.runtime.read(await expand(context, style.tensor, n, "style"));
    return { features: { ...content, tensor: transfer(x, y) } };
  },
});
