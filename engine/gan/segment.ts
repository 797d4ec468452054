import type { SegmenterCard } from "../card.ts";
import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import { argmaxClasses } from "../gpu/kernels/argmaxClasses.ts";
import { type HostTensor, sizeOf, type Tensor, tensor } from "../tensor.ts";
import type { Image, Segmentation } from "../values.ts";
import { resizeBilinear } from "./bilinear.ts";
import type { SegmenterModel } from "./segmenter.ts";

/**
 * Class ids, int32 [n, h, w], of pictures [n, 3, h, w] in [-1, 1]: in the size that the model gives. Pictures are brought to
 * the size, range and layout that its card asks for.
 */
export async function segment(
  context: Context,
  model: SegmenterModel,
  { tensor: pictures }: Image,
): Promise<Segmentation> {
  const { runtime } = context;
  const { image, output, classes, ignore } = model.card;
  if (pictures.shape[0] === 0)
    throw new Fault("there are no samples", { port: "image", cure: "Give at least one picture." });
  const given = await prepared(context, model.card, pictures);
  const made = await runtime.run(model, { [image.tensor]: given }, [output.tensor]);
  const said = made[output.tensor] as Tensor;
  const ids =
    output.kind === "ids"
      ? flat(await runtime.read(said), output)
      : await runtime.apply(argmaxClasses, [said], { layout: output.layout, classes: classes.length });
  if (ids !== said) runtime.release(said);
  return { type: "segmentation", tensor: ids, classes, ignore };
}

/** Ids as the file gives them, [n, h, w] or with an axis of 1 for the channel: where the card says, else at the other end. */
function flat({ shape, data }: HostTensor, { tensor: name, layout }: SegmenterCard["output"]): HostTensor {
  const [n = 0, ...rest] = shape;
  const [usual, other] = layout === "NCHW" ? [0, 2] : [2, 0];
  if (rest.length === 3) rest.splice(rest[usual] === 1 ? usual : other, 1);
  const [h = 0, w = 0] = rest;
  if (rest.length !== 2 || sizeOf([n, h, w]) !== data.length)
    throw new Fault(`${name} is [${shape.join(", ")}], expected class ids [n, h, w]`, {
      cure: "Correct the model's card.",
    });
  return tensor([n, h, w], Int32Array.from(data));
}

/** The pictures as the model takes them; themselves where that is how they are. */
async function prepared(context: Context, card: SegmenterCard, pictures: Tensor): Promise<Tensor> {
  const { size, layout, range, mean, std } = card.image;
  const [n = 0, channels, h = 0, w = 0] = pictures.shape;
  if (pictures.shape.length !== 4 || channels !== 3)
    throw new Fault(`expected pictures [n, 3, h, w], got [${pictures.shape.join(", ")}]`, { port: "image" });
  const fits = size === null || (size[0] === h && size[1] === w);
  const plain = range[0] === -1 && range[1] === 1 && !mean && !std;
  if (fits && plain && layout === "NCHW") return pictures;
  const { data } = await context.runtime.read(pictures);
  const [rows, columns] = size ?? [h, w];
  const sized = fits ? data : resizeBilinear(data, [h, w], [rows, columns]);
  const levels = plain ? sized : normalised(sized, rows * columns, card.image);
  const shape = [n, 3, rows, columns];
  return layout === "NCHW" ? tensor(shape, levels) : channelsLast(tensor(shape, levels));
}

/** From [-1, 1] to the range, then less the mean and over the deviation of each channel. */
function normalised(
  levels: ArrayLike<number>,
  area: number,
  { range: [low, high], mean, std }: SegmenterCard["image"],
): Float32Array {
  return Float32Array.from(levels, (level, i) => {
    const channel = Math.floor(i / area) % 3;
    const scaled = ((level + 1) / 2) * (high - low) + low;
    return (scaled - (mean?.[channel] ?? 0)) / (std?.[channel] ?? 1);
  });
}

function channelsLast({ shape, data }: HostTensor): HostTensor {
  const [n = 0, channels = 0, h = 0, w = 0] = shape;
  const area = h * w;
  const out = new Float32Array(data.length);
  for (let sample = 0; sample < n; sample++)
    for (let channel = 0; channel < channels; channel++)
      for (let i = 0; i < area; i++)
        out[(sample * area + i) * channels + channel] = data[
          (sample * channels + channel) * area + i
        ] as number;
  return tensor([n, h, w, channels], out);
}
