import { requireSamples } from "../../engine/gan/classShares.ts";
import { defineNode, param, port } from "../../engine/node.ts";

export const viewImages = defineNode({
  title: "View images",
  doc: "Shows pictures side by side, in rows of so many columns; 0 columns make the grid as near a square as can be.",
  synonyms: ["show", "grid", "picture", "gallery", "output", "display"],
  icon: "eye",
  inputs: { image: port("image", "[n, 3, h, w] in [-1, 1]") },
  params: { columns: param.integer(0, "Pictures in a row; 0 chooses.", { min: 0, max: 1000 }) },
  outputs: {},
  show({ image }, { columns }) {
    const n = requireSamples({ samples: image.tensor.shape[0] ?? 0 }, "image").samples;
    return { kind: "images", image, columns: columns > 0 ? columns : Math.max(1, Math.ceil(Math.sqrt(n))) };
  },
});
