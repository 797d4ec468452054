import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { generator } from "../../engine/gan/generator.ts";
import { imageShape } from "../../engine/gan/imageShape.ts";
import { requireSameLayer } from "../../engine/gan/requireSameLayer.ts";
import { resume } from "../../engine/gan/resume.ts";
import { applyEdits, type Brushes, unitEdits } from "../../engine/gan/unitEdits.ts";
import { unitLevels } from "../../engine/gan/unitLevels.ts";
import { unitAlpha } from "../../engine/gan/units.ts";
import { defineNode, Fault, optional, param, port } from "../../engine/node.ts";
import type { Stroke } from "../../engine/strokes.ts";
import type { Features, Units } from "../../engine/values.ts";

export const paintUnits = defineNode({
  title: "Paint units",
  doc: "Brushes on the picture that changes under them: each puts its units in where it paints, switches them off where it erases, and the layers after run again. Bau et al. 2018 (GAN Dissection), section 4.4.",
  synonyms: ["GANPaint", "brush", "draw", "concept brush", "add", "remove", "edit", "dissection"],
  icon: "paintbrush",
  inputs: {
    features: port("features", "[n, units, h, w] that left a layer"),
    a: optional("units", "The units of a brush."),
    b: optional("units", "The units of another brush."),
    c: optional("units", "The units of another brush."),
    d: optional("units", "The units of another brush."),
    levels: optional(
      "thresholds",
      "[units]: what is put in, for each unit, such as its 0.99 quantile; takes the place of the param.",
    ),
    w: optional("style", "w [n or 1, size] for the later layers of a style-based generator"),
    noise: optional("noise", "None where unwired."),
  },
  params: {
    value: param.real(1, "What is put in.", { step: 0.1, unless: "levels" }),
    strokes: param.strokes(
      "What the brushes painted, in order; an eraser of no brush gives back what was there.",
      {
        brushes: ["a", "b", "c", "d"],
      },
    ),
  },
  outputs: {
    image: port("image", "[n, 3, h, w] in [-1, 1]"),
    features: port("features", "The edited features, [n, units, h, w]"),
  },
  picture: "image",
  async map({ features, a, b, c, d, levels, w, noise }, { value, strokes }, context) {
    const id = features.generator ?? w?.generator ?? null;
    const [, , ...picture] = imageShape(await generator(context, id, "features"), 1);
    const n = samplesOf(features.tensor, w?.tensor);
    const x = await expand(context, features.tensor, n, "features");
    const [, , rows = 0, columns = 0] = x.shape;
    const brushes = brushesOf(features, { a, b, c, d }, strokes);
    const chosen = Object.values(brushes).flatMap((units = []) => units);
    const put = await unitLevels(context, features, { levels, value }, { mode: "insert", chosen });
    const edits = unitEdits(strokes, brushes, picture as [number, number], [rows, columns]);
    const edited = { ...features, tensor: await applyEdits(context.runtime, x, edits, put) };
    return { image: await resume(context, edited, { w, noise }), features: edited };
  },
});

/** The units of each brush that is wired. Throws Fault where one is of another layer, or is painted with and has none. */
function brushesOf(
  features: Features,
  wired: Readonly<Record<string, Units | undefined>>,
  strokes: readonly Stroke[],
): Brushes {
  const [, count = 0] = features.tensor.shape;
  for (const [port, value] of Object.entries(wired)) {
    if (!value) continue;
    requireSameLayer(features, value, ["features", port]);
    unitAlpha(value.units, count, port);
    if (value.units.length === 0 && strokes.some(({ brush }) => brush === port))
      throw new Fault(`${port} brings no units to paint with`, {
        port,
        cure: "Select at least one unit, or take back what was painted with it.",
      });
  }
  return Object.fromEntries(Object.entries(wired).map(([port, value]) => [port, value?.units]));
}
