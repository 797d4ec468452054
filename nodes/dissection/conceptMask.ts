import { conceptId } from "../../engine/gan/concepts.ts";
import { defineNode, param, port } from "../../engine/node.ts";
import { tensor } from "../../engine/tensor.ts";

export const conceptMask = defineNode({
  title: "Concept mask",
  doc: "The pixels of one concept: 1 where the segmentation names it, else 0. Bau et al. 2018 (GAN Dissection), section 3.1.",
  synonyms: ["class mask", "region of a class", "select class"],
  icon: "square-dashed",
  inputs: { segmentation: port("segmentation", "class ids [n, h, w]") },
  params: { concept: param.concept("tree", "A class of the segmentation; of a fed one its number.") },
  outputs: { mask: port("mask", "[n, h, w], 0 or 1") },
  async map({ segmentation }, { concept }, context) {
    const wanted = conceptId(segmentation, concept);
    const { shape, data } = await context.runtime.read(segmentation.tensor);
    return {
      mask: {
        type: "mask",
        tensor: tensor(
          shape,
          Float32Array.from(data, (id) => (id === wanted ? 1 : 0)),
        ),
      },
    };
  },
});
