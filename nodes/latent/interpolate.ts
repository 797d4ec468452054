import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { sharedGenerator } from "../../engine/gan/generator.ts";
import { interpolate as interpolateRows } from "../../engine/gan/interpolate.ts";
import { anyOf, defineNode, Fault, param } from "../../engine/node.ts";

export const interpolate = defineNode({
  title: "Interpolate",
  doc: "Walks from each a to its b in equal steps, both ends included: [n * steps, size]. Spherical keeps to the shell on which normal latents lie. White 2016; Karras et al. 2018, section 4.1.",
  synonyms: ["mix", "blend", "lerp", "slerp", "morph", "path", "between", "transition"],
  icon: "spline",
  inputs: {
    a: anyOf(["latent", "style"], "Where each path starts, [n, size]."),
    b: anyOf(["latent", "style"], "Where each path ends, [n, size], of the same type."),
  },
  params: {
    steps: param.integer(9, "Points on each path, both ends included.", { min: 2, max: 10_000 }),
    path: param.choice(["linear", "spherical"], "Straight, or along the arc between the two directions."),
  },
  outputs: { path: anyOf(["latent", "style"], "[n * steps, size], path after path", "a") },
  async compute({ a, b }, { steps, path }, context) {
    if (a.type !== b.type)
      throw new Fault(`a and b differ in type: ${a.type} and ${b.type}`, {
        port: "b",
        cure: "Take both before the mapping, or both after it.",
      });
    if (a.tensor.shape[1] !== b.tensor.shape[1])
      throw new Fault(`a and b differ in size: ${a.tensor.shape[1]} and ${b.tensor.shape[1]}`, {
        port: "b",
        cure: "Take both from the same generator.",
      });
    const generator = sharedGenerator(a, b, ["a", "b"]);
    const n = samplesOf(a.tensor, b.tensor);
    const from = await context.runtime.read(await expand(context, a.tensor, n, "a"));
    const to = await context.runtime.read(await expand(context, b.tensor, n, "b"));
    return { path: { type: a.type, generator, tensor: interpolateRows(from, to, steps, path) } };
  },
});
