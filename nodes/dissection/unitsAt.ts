import { atPlace } from "../../engine/gan/atPlace.ts";
import { defineNode, optional, param, port } from "../../engine/node.ts";

export const unitsAt = defineNode({
  title: "Units at a point",
  doc: "Click a place of a picture: the units of the layer that are strongest in the cell there, and the concepts they stand for. A multiple of each unit's own threshold, or its deviations above its mean, compares units of different scale. Bau et al. 2018 (GAN Dissection), section 3.1.",
  synonyms: ["pixel", "click", "probe", "where", "strongest units", "activation", "inspect", "dissection"],
  icon: "crosshair",
  inputs: {
    image: port("image", "[n, 3, H, W], to point at"),
    features: port("features", "[n, units, h, w] of the same samples; a few suffice"),
    thresholds: optional("thresholds", "One a unit: what strength is a multiple of."),
    scores: optional("scores", "units x concepts: names what each unit stands for best."),
  },
  params: {
    place: param.place("Where to look."),
    sample: param.integer(0, "Which sample, counted from 0.", { min: 0 }),
    count: param.integer(8, "At most so many units.", { min: 1 }),
    by: param.choice(
      ["auto", "threshold", "deviation", "activation"],
      "Strength as a multiple of the unit's threshold; as its standard deviations above its mean, over all features that enter; or as the activation itself, which units of a large scale lead. Auto: threshold where wired, else deviation.",
    ),
  },
  outputs: {
    table: port(
      "table",
      "unit, strength, activation; threshold, concept, iou where wired: the strongest first",
    ),
    units: port("units", "those of the table, the strongest first"),
  },
  async compute(inputs, params, { runtime }) {
    const { table, units } = await atPlace(inputs, params, runtime);
    return { table, units };
  },
  async show(inputs, params, { runtime }) {
    const { grid, table, measure } = await atPlace(inputs, params, runtime);
    const { image } = inputs;
    const sample = image.tensor.shape[0] === 1 ? 0 : params.sample;
    return { kind: "place", image, sample, grid, table, measure };
  },
});
