import { generator } from "../../engine/gan/generator.ts";
import { latentTensor } from "../../engine/gan/latentTensor.ts";
import { defineNode, Fault, port } from "../../engine/node.ts";

export const mapping = defineNode({
  title: "Mapping",
  doc: "Maps latents z [n, size] to styles w [n, size] by the generator's mapping network. Karras et al. 2018, section 2.",
  synonyms: ["z to w", "mapping network", "style", "disentangle", "mlp"],
  icon: "waypoints",
  inputs: { z: port("latent", "z [n, size]") },
  params: {},
  outputs: { w: port("style", "w [n, size]") },
  async map({ z }, _, context) {
    const model = await generator(context, z.generator, "z");
    const { mapping, style, id } = model.card;
    if (!mapping || !style)
      throw new Fault(`${id} is a traditional generator: it has no mapping network`, {
        port: "z",
        cure: "Wire z into projectLatent or generate instead.",
      });
    const feeds = { [mapping.input]: await latentTensor(context, model, z) };
    const w = (await context.runtime.run(model, feeds, [mapping.output]))[mapping.output];
    if (!w) throw new Fault(`${id} gave no ${mapping.output}`);
    return { w: { type: "style", generator: id, tensor: w } };
  },
});
