import { generator as loadGenerator } from "../../engine/gan/generator.ts";
import { latentTensor } from "../../engine/gan/latentTensor.ts";
import { synthesise } from "../../engine/gan/synthesise.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const generate = defineNode({
  title: "Generate",
  doc: "Runs a whole generator of any kind from latents z [n, size]: pictures [n, 3, h, w], and the features at the tap. A style-based one without noise.",
  synonyms: ["generator", "picture", "dcgan", "progressive gan", "sample images"],
  icon: "wand-sparkles",
  inputs: {
    z: port("latent", "z [n, size]"),
    evolved: optional("generator", "A generator that a node made, in place of one by name"),
  },
  params: {
    generator: param.model("generator", "scenes-stylegan", "The generator to run.", "evolved"),
    tap: param.layer("The layer whose features come out; the last where empty."),
  },
  outputs: {
    image: port("image", "[n, 3, h, w] in [-1, 1]"),
    features: port("features", "[n, units, r, r] at the tap"),
  },
  async map({ z, evolved }, { generator: named, tap }, context) {
    const model = await loadGenerator(context, evolved?.model ?? named, "generator");
    const source = { [model.card.latent.tensor]: await latentTensor(context, model, z) };
    const n = z.tensor.shape[0] ?? 0;
    return synthesise(context, model, { n, tap, source, style: () => undefined });
  },
});
