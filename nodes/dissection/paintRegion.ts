import { paintStrokes } from "../../engine/gan/paintStrokes.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const paintRegion = defineNode({
  title: "Paint region",
  doc: "A region painted by hand on a picture: wired into a unit mask, units change there and nowhere else. Bau et al. 2018 (GAN Dissection), section 4.4.",
  synonyms: ["brush", "draw", "mask", "area", "erase", "GANPaint", "dissection"],
  icon: "brush",
  inputs: {
    image: optional(
      "image",
      "[n, 3, h, w], to paint on its first sample; the mask takes its height and width",
    ),
  },
  params: {
    strokes: param.strokes("What the brush painted and erased, in order."),
    size: param.integer(64, "Height and width of the mask where no image is wired, in pixels.", {
      min: 1,
      max: 1024,
      unit: "px",
      unless: "image",
    }),
  },
  outputs: { mask: port("mask", "The region, [1, h, w]: 1 where painted, else 0") },
  picture: "image",
  compute({ image }, { strokes, size }) {
    const [, , height = size, width = size] = image?.tensor.shape ?? [];
    return { mask: { type: "mask", tensor: paintStrokes(strokes, height, width) } };
  },
});
