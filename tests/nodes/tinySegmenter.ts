import { parseCard, type SegmenterCard } from "../../engine/card.ts";
import type { ModelGraph } from "../../engine/onnx/model.ts";
import { int, OnnxWriter } from "./onnxWriter.ts";

interface Options {
  readonly classes?: readonly string[];
  readonly image?: object;
  readonly output?: object;
  readonly ignore?: readonly number[];
  /** The classes of red, green and blue. */
  readonly named?: readonly number[];
  /** Ids as int64 with an axis for the channel, as many exporters write them. */
  readonly wide?: boolean;
}

/**
 * Names the brightest channel: class 0 for red, 1 for green, 2 for blue, or as `named`; more classes never win. Takes pictures
 * and gives logits or ids as `image` and `output` of the card say.
 */
export function tinySegmenter({
  classes = ["red", "green", "blue"],
  image = {},
  output = {},
  ignore = [],
  named = [0, 1, 2],
  wide = false,
}: Options = {}): {
  card: SegmenterCard;
  graph: ModelGraph;
} {
  const card = parseCard({
    format: "ganglion/model",
    version: 1,
    id: "tiny-segmenter",
    kind: "segmenter",
    onnx: "tiny-segmenter.onnx",
    sha256: "0".repeat(64),
    image: { tensor: "image", ...image },
    output: { tensor: "said", ...output },
    classes,
    ignore,
  }) as SegmenterCard;
  const onnx = new OnnxWriter();
  const last = card.image.layout === "NHWC";
  const pictures = last ? onnx.node("Transpose", ["image"], { perm: [0, 3, 1, 2] }) : "image";
  const rows = classes.flatMap((_, id) => [0, 1, 2].map((channel) => (named[channel] === id ? 1 : 0)));
  const kernel = onnx.weights("kernel", [classes.length, 3, 1, 1], rows);
  const bias = onnx.weights(
    "bias",
    [classes.length],
    classes.map((_, id) => (named.includes(id) ? 0 : -1000)),
  );
  const ids = card.output.kind === "ids";
  const flip = !ids && card.output.layout === "NHWC";
  const logits = onnx.node("Conv", [pictures, kernel, bias], {}, ids || flip ? "logits" : "said");
  if (ids) {
    const found = onnx.node("ArgMax", [logits], { axis: int(1), keepdims: int(wide ? 1 : 0) });
    onnx.node("Cast", [found], { to: int(wide ? 7 : 1) }, "said");
  }
  if (flip) onnx.node("Transpose", [logits], { perm: [0, 2, 3, 1] }, "said");
  const shape = last ? ["n", "h", "w", 3] : ["n", 3, "h", "w"];
  return {
    card,
    graph: onnx.model(
      { image: shape },
      { said: ids && !wide ? ["n", "h", "w"] : ["n", "a", "b", "c"] },
      wide ? ["said"] : [],
    ),
  };
}
