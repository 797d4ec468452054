import type { GeneratorCard } from "../card.ts";
import type { Context } from "../context.ts";
import { type HostTensor, sizeOf, type Tensor, tensor } from "../tensor.ts";
import type { Image } from "../values.ts";

/** A picture as a generator gives it, as RGB in [-1, 1]: by the card's range and order of channels. */
export async function toImage(context: Context, card: GeneratorCard, picture: Tensor): Promise<Image> {
  const { range, channels } = card.image;
  if (range[0] === -1 && range[1] === 1 && channels === "RGB") return { type: "image", tensor: picture };
  return { type: "image", tensor: normalise(await context.runtime.read(picture), range, channels) };
}

function normalise(
  picture: HostTensor,
  [low, high]: readonly [number, number],
  channels: "RGB" | "BGR",
): HostTensor {
  const area = sizeOf(picture.shape.slice(2));
  const data = new Float32Array(picture.data.length);
  for (let plane = 0; plane * area < data.length; plane++) {
    const source = channels === "RGB" ? plane : plane - (plane % 3) + 2 - (plane % 3);
    for (let i = 0; i < area; i++)
      data[plane * area + i] = (2 * ((picture.data[source * area + i] ?? 0) - low)) / (high - low) - 1;
  }
  return tensor(picture.shape, data);
}
