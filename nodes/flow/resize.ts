import { resizeBilinear } from "../../engine/gan/bilinear.ts";
import { defineNode, param, port } from "../../engine/node.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";

export const resize = defineNode({
  title: "Resize",
  doc: "Brings pictures to another size, bilinear between the centres of pixels as torch's interpolate does, or each pixel as a square: small pictures for a segmenter that was trained on larger ones.",
  synonyms: ["scale", "upsample", "enlarge", "shrink", "interpolate size", "pixels"],
  icon: "scaling",
  inputs: { image: port("image", "[n, 3, h, w]") },
  params: {
    size: param.integer(64, "Height and width in pixels.", { min: 1, max: 1024, unit: "px" }),
    how: param.choice(["bilinear", "nearest"], "Smooth, or pixels as squares."),
  },
  outputs: { image: port("image", "[n, 3, size, size]") },
  async map({ image }, { size, how }, { runtime }) {
    const host = await runtime.read(image.tensor);
    const [n = 0, channels = 0, height = 0, width = 0] = host.shape;
    const data =
      how === "bilinear"
        ? Float32Array.from(resizeBilinear(host.data, [height, width], [size, size]))
        : nearest(host, size);
    return { image: { type: "image", tensor: tensor([n, channels, size, size], data) } };
  },
});

/** Pixel floor((t + 1/2) from / to) of each axis. */
function nearest({ shape: [n = 0, channels = 0, height = 0, width = 0], data }: HostTensor, size: number) {
  const out = new Float32Array(n * channels * size * size);
  for (let plane = 0; plane < n * channels; plane++)
    for (let y = 0; y < size; y++) {
      const row = plane * height * width + Math.floor(((y + 0.5) * height) / size) * width;
      for (let x = 0; x < size; x++)
        out[(plane * size + y) * size + x] = data[row + Math.floor(((x + 0.5) * width) / size)] as number;
    }
  return out;
}
