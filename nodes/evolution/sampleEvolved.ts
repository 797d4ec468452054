import type { Context } from "../../engine/context.ts";
import { drawLatents } from "../../engine/gan/drawLatents.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";
import { concat, type HostTensor, type Tensor } from "../../engine/tensor.ts";
import type { Image, Points } from "../../engine/values.ts";

/** Samples made at once. */
const atOnce = { points: 4096, pictures: 64 };

export const sampleEvolved = defineNode({
  title: "Sample evolved",
  doc: "Draws latents and runs an evolved generator on them: points of one that learned points, pictures of one that learned pictures. For pictures by the thousand, or the features of a layer, wire the generator into Sample latent and Generate. Wang et al. 2018 (E-GAN).",
  synonyms: ["generate", "draw", "samples", "fakes", "E-GAN"],
  icon: "dices",
  inputs: { generator: port("generator", "An evolved generator") },
  params: {
    seed: param.seed("Another seed gives other samples."),
    count: param.integer(512, "How many samples.", { min: 1, max: 100_000 }),
  },
  outputs: {
    points: port("points", "[count, 2], of a generator of points"),
    images: port("image", "[count, 3, h, w] in [-1, 1], of a generator of pictures"),
  },
  async compute({ generator }, { seed, count }, context) {
    const model = await context.models.get(generator.model);
    const { card } = model;
    if (card.kind === "segmenter")
      throw new Fault(`${card.id} is a segmenter, no generator`, { port: "generator" });
    const pictures = card.kind === "generator";
    const output = pictures ? card.image.output : card.points.output;
    const size = pictures ? atOnce.pictures : atOnce.points;
    const parts: HostTensor[] = [];
    for (let from = 0; from < count; from += size) {
      const z = drawLatents(card.latent, seed, { from, to: Math.min(count, from + size) });
      const made = await context.runtime.run(model, { [card.latent.tensor]: z }, [output]);
      parts.push(await taken(context, made[output] as Tensor));
    }
    // Only what the generator makes is there: a wire from the other port is told so.
    const tensor = concat(parts);
    const samples = pictures ? { images: { type: "image", tensor } } : { points: { type: "points", tensor } };
    return samples as { points: Points; images: Image };
  },
});

/** The numbers, in host memory. */
async function taken({ runtime }: Context, tensor: Tensor): Promise<HostTensor> {
  const host = await runtime.read(tensor);
  runtime.release(tensor);
  return host;
}
