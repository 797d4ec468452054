import { resume as run } from "../../engine/gan/resume.ts";
import { defineNode, optional, port } from "../../engine/node.ts";

export const resume = defineNode({
  title: "Resume",
  doc: "Runs all layers after the one that the features left: pictures [n, 3, h, w] of edited features. Bau et al. 2018 (GAN Dissection), section 3.2.",
  synonyms: ["continue", "rest of the generator", "finish", "render features", "to image"],
  icon: "fast-forward",
  inputs: {
    features: port("features", "[n, units, h, w] that left a layer"),
    w: optional("style", "w [n or 1, size] for the later layers of a style-based generator"),
    noise: optional("noise", "None where unwired."),
  },
  params: {},
  outputs: { image: port("image", "[n, 3, h, w] in [-1, 1]") },
  async map({ features, w, noise }, _, context) {
    return { image: await run(context, features, { w, noise }) };
  },
});
