import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { generator, sharedGenerator } from "../../engine/gan/generator.ts";
import { rangeNames, rangeOf, styleOfRange } from "../../engine/gan/ranges.ts";
import { requireStyle } from "../../engine/gan/requireStyle.ts";
import { synthesise } from "../../engine/gan/synthesise.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";
import { collapseSynthesis } from "./chain/collapseSynthesis.ts";
import { expandSynthesis } from "./chain/expandSynthesis.ts";

export const synthesis = defineNode({
  title: "Synthesis",
  doc: "Runs a whole style-based generator from styles: pictures [n, 3, h, w], and the features at the tap. Middle takes coarse's style where unwired, fine takes middle's. Karras et al. 2018, section 2.",
  synonyms: ["generator", "synthesis network", "picture", "style mixing", "g_synthesis"],
  icon: "sparkles",
  inputs: {
    coarse: port("style", "w [n, size] for the coarse layers"),
    middle: optional("style", "w for the middle layers; coarse's where unwired"),
    fine: optional("style", "w for the fine layers; middle's where unwired"),
    noise: optional("noise", "None where unwired."),
  },
  params: { tap: param.layer("The layer whose features come out; the last where empty.") },
  outputs: {
    image: port("image", "[n, 3, h, w] in [-1, 1]"),
    features: port("features", "[n, units, r, r] at the tap"),
  },
  expandable: { expand: expandSynthesis, collapse: collapseSynthesis },
  async map({ coarse, middle, fine, noise }, { tap }, context) {
    const wired = { coarse, ...(middle && { middle }), ...(fine && { fine }) };
    for (const [name, style] of Object.entries(wired)) sharedGenerator(coarse, style, ["coarse", name]);
    const model = await generator(context, coarse.generator, "coarse");
    const styles = styleOfRange(coarse, middle, fine);
    const n = samplesOf(...rangeNames.map((name) => styles[name].tensor));
    const tensors = { coarse: coarse.tensor, middle: coarse.tensor, fine: coarse.tensor };
    for (const name of rangeNames) {
      requireStyle(model.card, styles[name].tensor, name);
      tensors[name] = await expand(context, styles[name].tensor, n, name);
    }
    const style = (layer: Parameters<typeof rangeOf>[1]) => tensors[rangeOf(model.card, layer)];
    return synthesise(context, model, { n, noise, tap, source: {}, style });
  },
});
