import { segment as run } from "../../engine/gan/segment.ts";
import { segmenter } from "../../engine/gan/segmenter.ts";
import { defineNode, param, port } from "../../engine/node.ts";

export const segment = defineNode({
  title: "Segment",
  doc: "Names the class of every pixel with a segmentation network: class ids [n, h, w]. Bau et al. 2018 (GAN Dissection), section 3.1.",
  synonyms: ["segmentation", "semantic", "classes", "labels", "parse"],
  icon: "scan-search",
  inputs: { image: port("image", "[n, 3, h, w] in [-1, 1]") },
  params: { model: param.model("segmenter", "scenes-segmenter", "The segmentation network.") },
  outputs: { segmentation: port("segmentation", "class ids [n, h, w], in the size that the network gives") },
  async map({ image }, { model }, context) {
    return { segmentation: await run(context, await segmenter(context, model, "model"), image) };
  },
});
