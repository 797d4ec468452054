import { drawLatents } from "../../engine/gan/drawLatents.ts";
import { defineNode, param, port } from "../../engine/node.ts";
import type { Image, Points } from "../../engine/values.ts";

export const sampleEvolved = defineNode({
  title: "Sample evolved",
  doc: "Draws latents and runs an evolved generator on them: points of one that learned points, pictures of one that learned pictures. Wang et al. 2018 (E-GAN).",
  synonyms: ["generate", "draw", "samples", "fakes", "E-GAN"],
  icon: "dices",
  inputs: { generator: port("generator", "An evolved generator") },
  params: {
    seed: param.seed("Another seed gives other samples."),
    count: param.integer(512, "How many samples.", { min: 1 }),
  },
  outputs: {
    points: port("points", "[count, 2], of a generator of points"),
    images: port("image", "[count, 3, h, w] in [-1, 1], of a generator of pictures"),
  },
  samples: (params) => params.count,
  async map({ generator }, { seed }, { models, runtime, range }): Promise<{ points: Points; images: Image }> {
    const model = await models.get(generator.model);
    const { card } = model;
    if (card.kind === "segmenter") throw new Error(`${card.id} is no generator`);
    const z = drawLatents(card.latent, seed, range);
    const output = card.kind === "points" ? card.points.output : card.image.output;
    const { [output]: made } = await runtime.run(model, { [card.latent.tensor]: z }, [output]);
    if (!made) throw new Error(`${card.id} gives no ${output}`);
    const samples =
      card.kind === "points"
        ? { points: { type: "points", tensor: made } }
        : { images: { type: "image", tensor: made } };
    // Only what the generator makes is there: a wire from the other port says so.
    return samples as { points: Points; images: Image };
  },
});
