import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import { shapeOf } from "../onnx/model.ts";
import { type Tensor, tensor } from "../tensor.ts";
import type { Latent } from "../values.ts";
import type { GeneratorModel } from "./generator.ts";

/**
 * z [n, size] as the generator's file takes it: with the trailing 1x1 dimensions that some files have. Throws Fault where z
 * has another size.
 */
export async function latentTensor(
  context: Context,
  { card, graph }: GeneratorModel,
  z: Latent,
): Promise<Tensor> {
  const { size, tensor: name } = card.latent;
  const shape = z.tensor.shape;
  if (shape.length !== 2 || shape[1] !== size)
    throw new Fault(`z is [${shape.join(", ")}], ${card.id} takes [n, ${size}]`, {
      port: "z",
      cure: `Sample z for ${card.id}.`,
    });
  const trailing = Math.max(0, (shapeOf(graph, name)?.length ?? 2) - 2);
  if (trailing === 0) return z.tensor;
  const host = await context.runtime.read(z.tensor);
  return tensor([...shape, ...new Array<number>(trailing).fill(1)], host.data);
}
