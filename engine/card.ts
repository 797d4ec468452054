/** Model cards: JSON beside an ONNX file that names tensors inside it (contract, section 2). */
import * as z from "zod/mini";

const name = z.string().check(z.minLength(1, "expected a tensor name"));
const count = z.int("expected an integer").check(z.minimum(1, "expected at least 1"));
const range = z.tuple([z.number(), z.number()]);
const orNull = z._default(z.nullable(name), null);

const layer = z.object({
  name: z.string().check(z.minLength(1, "expected a name")),
  resolution: count,
  input: orNull,
  latent: orNull,
  style: orNull,
  noise: orNull,
  output: name,
  units: count,
});

const common = {
  format: z.literal("ganglion/model"),
  version: z.literal(1),
  id: z.string().check(z.minLength(1, "expected an id")),
  title: z._default(z.string(), ""),
  about: z._default(z.string(), ""),
  license: z._default(z.string(), ""),
  onnx: z.string().check(z.minLength(1, "expected the name of an ONNX file")),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits")),
};

const latent = z.object({
  tensor: name,
  size: count,
  /** Standard normal where nothing is said; else uniform in (-1, 1). */
  distribution: z.optional(z.enum(["normal", "uniform"])),
});

const generator = z.object({
  ...common,
  kind: z.literal("generator"),
  latent,
  mapping: z.optional(z.object({ input: name, output: name })),
  style: z.optional(z.object({ size: count, mean: z.optional(name) })),
  layers: z.array(layer).check(z.minLength(1, "expected at least one layer")),
  image: z.object({
    input: orNull,
    output: name,
    range: z._default(range, [-1, 1]),
    channels: z._default(z.enum(["RGB", "BGR"]), "RGB"),
  }),
  ranges: z._default(z.object({ coarse: range, middle: range, fine: range }), {
    coarse: [4, 8],
    middle: [16, 32],
    fine: [64, 1024],
  }),
  constant: z.optional(name),
});

const points = z.object({
  ...common,
  kind: z.literal("points"),
  latent,
  points: z.object({ output: name }),
});

const segmenter = z.object({
  ...common,
  kind: z.literal("segmenter"),
  image: z.object({
    tensor: name,
    size: z._default(z.nullable(z.tuple([count, count])), null),
    layout: z._default(z.enum(["NCHW", "NHWC"]), "NCHW"),
    range: z._default(range, [-1, 1]),
    mean: z.optional(z.array(z.number())),
    std: z.optional(z.array(z.number())),
  }),
  output: z.object({
    tensor: name,
    layout: z._default(z.enum(["NCHW", "NHWC"]), "NCHW"),
    kind: z._default(z.enum(["logits", "ids"]), "logits"),
  }),
  classes: z.array(z.string()).check(z.minLength(1, "expected at least one class")),
  ignore: z._default(z.array(z.int("expected class ids")), []),
});

/** One layer of a generator: the tensors that enter it and the feature maps [n, units, resolution, resolution] it gives. */
export type Layer = z.infer<typeof layer>;
/** A generator: style-based where `mapping` is there, else traditional. */
export type GeneratorCard = z.infer<typeof generator>;
/** A segmentation network: image in, class ids or a logit per class out. */
export type SegmenterCard = z.infer<typeof segmenter>;
/** A generator of points in the plane: latents to [n, 2]. */
export type PointsCard = z.infer<typeof points>;
export type Card = GeneratorCard | SegmenterCard | PointsCard;

const kinds = { generator, segmenter, points };

/** Reads a card. Throws Error with the path and reason: `layers[3].units: expected at least 1`. */
export function parseCard(json: unknown): Card {
  const kind = (json as { kind?: unknown } | null)?.kind;
  if (typeof json !== "object" || json === null) throw new Error("card: expected a JSON object");
  if (kind !== "generator" && kind !== "segmenter" && kind !== "points")
    throw new Error(
      `kind: expected "generator", "segmenter" or "points", got ${JSON.stringify(kind) ?? "nothing"}`,
    );
  const result = z.safeParse(kinds[kind], json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${pathOf(issue?.path ?? [])}: ${issue?.message ?? "wrong"}`);
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "card";
}
