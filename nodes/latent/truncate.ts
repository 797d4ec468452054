import { generator } from "../../engine/gan/generator.ts";
import { requireStyle } from "../../engine/gan/requireStyle.ts";
import { truncate as truncateStyle } from "../../engine/gan/truncate.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";
import { initializer } from "../../engine/onnx/model.ts";

export const truncate = defineNode({
  title: "Truncate",
  doc: "Pulls styles w towards the mean style of the generator: mean + psi (w - mean). psi 1 changes nothing, 0 gives the mean picture, below 0 its opposite. Karras et al. 2018, appendix B.",
  synonyms: ["truncation trick", "psi", "quality", "w_avg", "mean style"],
  icon: "move-horizontal",
  inputs: { w: port("style", "w [n, size]") },
  params: { psi: param.real(0.7, "How far from the mean style.", { min: -2, max: 2, step: 0.1 }) },
  outputs: { w: port("style", "w [n, size]") },
  async map({ w }, { psi }, context) {
    const model = await generator(context, w.generator, "w");
    requireStyle(model.card, w.tensor);
    const name = model.card.style?.mean;
    const mean = name === undefined ? null : initializer(model.graph, name);
    if (!mean)
      throw new Fault(`${model.card.id} has no mean style`, {
        port: "w",
        cure: 'Name the initializer that holds it in the card: "style": { "mean": "..." }.',
      });
    return { w: { ...w, tensor: truncateStyle(await context.runtime.read(w.tensor), mean.data, psi) } };
  },
});
