import { defineNode, Fault, param, port } from "../../engine/node.ts";

export const selectUnits = defineNode({
  title: "Select units",
  doc: "The units that agree best with a concept, the best first: at most so many, and none below the least IoU. Bau et al. 2018 (GAN Dissection), section 3.1.",
  synonyms: ["choose units", "top units", "best units", "filter", "concept"],
  icon: "list-filter",
  inputs: { scores: port("scores", "units x concepts") },
  params: {
    concept: param.concept("tree", "A concept of the scores."),
    count: param.integer(8, "At most so many units.", { min: 1 }),
    minIoU: param.real(0.04, "No unit below this IoU.", { min: 0, max: 1, step: 0.01 }),
  },
  outputs: { units: port("units", "the units, best first; none where no unit reaches the least IoU") },
  compute({ scores }, { concept, count, minIoU }) {
    const column = scores.concepts.indexOf(concept);
    if (column < 0)
      throw new Fault(concept === "" ? "no concept is chosen" : `the scores have no concept "${concept}"`, {
        port: "concept",
        cure: scores.concepts.length > 0 ? `Choose one of ${scores.concepts.join(", ")}.` : "They have none.",
      });
    const ranked = scores.iou
      .map((row, unit) => ({ unit, iou: row[column] ?? 0 }))
      .filter(({ iou }) => iou >= minIoU)
      .sort((a, b) => b.iou - a.iou || a.unit - b.unit)
      .slice(0, count);
    const { generator, layer } = scores;
    return { units: { type: "units", generator, layer, units: ranked.map(({ unit }) => unit) } };
  },
});
