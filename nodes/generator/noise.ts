import { defineNode, param, port } from "../../engine/node.ts";

/** Resolutions that get noise, by the ranges of the style-mixing figure. */
const resolutions = {
  all: [1, Number.MAX_SAFE_INTEGER],
  coarse: [1, 8],
  middle: [16, 32],
  fine: [64, Number.MAX_SAFE_INTEGER],
} as const;

export const noise = defineNode({
  title: "Noise",
  doc: "A seeded source of standard normal noise, one map a layer and sample, for the fine detail of pictures. Coarse is 4-8 px, middle 16-32, fine 64 and more. Karras et al. 2018, section 3.2.",
  synonyms: ["stochastic variation", "random detail", "grain", "per-layer noise"],
  icon: "audio-waveform",
  inputs: {},
  params: {
    seed: param.seed("Another seed gives other detail."),
    strength: param.real(1, "Factor on the noise; 1 as in training, 0 none.", { step: 0.1 }),
    layers: param.choice(["all", "coarse", "middle", "fine"], "Which resolutions get noise."),
  },
  outputs: { noise: port("noise", "A seeded source for any layer.") },
  compute: (_, { seed, strength, layers }) => ({
    noise: { type: "noise", seed, strength, resolutions: resolutions[layers] },
  }),
});
