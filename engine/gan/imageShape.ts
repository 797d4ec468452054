import { shapeOf } from "../onnx/model.ts";
import type { GeneratorModel } from "./generator.ts";
import { lastLayer } from "./layers.ts";

/** The shape of n pictures: as the file says, else as large as the last layer. */
export function imageShape({ card, graph }: GeneratorModel, n: number): number[] {
  const { resolution } = lastLayer(card).layer;
  const extents = shapeOf(graph, card.image.output);
  const extent = (axis: number) => {
    const said = extents?.[axis];
    return typeof said === "number" ? said : resolution;
  };
  return [n, 3, extent(2), extent(3)];
}
