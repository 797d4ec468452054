import {
  deviationPicture,
  type Moments,
  mergeMoments,
  momentsOf,
  noMoments,
} from "../../engine/gan/deviation.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";

export const deviation = defineNode({
  title: "Deviation",
  doc: "The standard deviation of each pixel over a batch of pictures, averaged over red, green and blue: black where all agree. Karras et al. 2018, figure 4.",
  synonyms: ["standard deviation", "std", "variance", "spread", "stochastic variation"],
  icon: "sigma",
  inputs: { image: port("image", "[n, 3, h, w] in [-1, 1]") },
  params: {
    gain: param.real(1, "Factor on the brightness; at 1 a deviation of 2, the whole range, is white.", {
      min: 0,
      step: 1,
    }),
  },
  outputs: { image: port("image", "One grey picture [1, 3, h, w]") },
  reduce: {
    init: (): Moments => noMoments,
    async fold(state, { image }, _, context) {
      return mergeMoments(state, momentsOf(await context.runtime.read(image.tensor)));
    },
    merge: mergeMoments,
    finish(state, { gain }) {
      if (state.count === 0) throw new Fault("there are no pictures", { port: "image" });
      return { image: { type: "image", tensor: deviationPicture(state, gain) } };
    },
  },
});
