import { generator } from "../../engine/gan/generator.ts";
import { latentTensor } from "../../engine/gan/latentTensor.ts";
import { featuresShape, layerAt } from "../../engine/gan/layers.ts";
import { defineNode, Fault, port } from "../../engine/node.ts";

export const projectLatent = defineNode({
  title: "Project latent",
  doc: "Runs the first layer of a traditional generator (DCGAN, Progressive GAN): latents z [n, size] become its features. Radford et al. 2015.",
  synonyms: ["reshape", "first layer", "dcgan", "progressive gan", "project and reshape"],
  icon: "projector",
  inputs: { z: port("latent", "z [n, size]") },
  params: {},
  outputs: { features: port("features", "[n, units, r, r] of the first layer") },
  async map({ z }, _, context) {
    const model = await generator(context, z.generator, "z");
    const { layer } = layerAt(model.card, 0);
    if (layer.latent === null)
      throw new Fault(`${model.card.id} is style-based: it starts from a constant, not from z`, {
        port: "z",
        cure: "Use constantInput, mapping and adainLayer instead.",
      });
    const feeds = { [layer.latent]: await latentTensor(context, model, z) };
    const shape = featuresShape(layer, z.tensor.shape[0] ?? 0);
    const tensor = context.runtime.defer(model, feeds, layer.output, shape);
    return { features: { type: "features", generator: model.card.id, layer: layer.name, tensor } };
  },
});
