import { peaksOf } from "../../engine/gan/dissectJson.ts";
import { unitCards } from "../../engine/gan/unitCards.ts";
import { scoresOf } from "../../engine/gan/unitConcepts.ts";
import { parseUnits } from "../../engine/gan/units.ts";
import { anyOf, defineNode, Fault, optional, param, port } from "../../engine/node.ts";
import type { Image, Scores } from "../../engine/values.ts";

export const viewUnits = defineNode({
  title: "View units",
  doc: "Units as cards, sorted by concept and IoU. Click a card to choose its unit: the chosen flow on. Units that make artifacts are kept as a list of their own. Bau et al. 2018 (GAN Dissection), figures 4 and 8.",
  synonyms: ["cards", "neurons", "dissection", "choose", "select", "artifact", "labels", "concepts"],
  icon: "layout-grid",
  inputs: {
    scores: anyOf(
      ["scores", "table"],
      "units x concepts; or a table with a column named unit and one a concept",
    ),
    top: optional("image", "[units x k, 3, h, w]: k pictures of each unit, in the order of the units"),
    peaks: optional("table", "unit, sample, peak: the table of the top samples, for dissect.json"),
  },
  params: {
    units: param.units('The chosen units, such as "3, 17, 40-48".'),
    artifacts: param.units("Units marked as making artifacts."),
    minIoU: param.real(
      0.04,
      "Shows units whose best IoU is above this, and those that are chosen or marked.",
      {
        min: 0,
        max: 1,
        step: 0.01,
      },
    ),
    concept: param.concept("", "Shows units of this concept alone; empty shows all."),
  },
  outputs: {
    units: port("units", "The chosen units"),
    artifacts: port("units", "Those marked as artifacts"),
  },
  compute({ scores: given }, params) {
    const scores = scoresOf(given, "scores");
    const { generator, layer } = scores;
    const set = (name: "units" | "artifacts") =>
      ({ type: "units", generator, layer, units: listed(scores, params[name], name) }) as const;
    return { units: set("units"), artifacts: set("artifacts") };
  },
  show({ scores: given, top, peaks }, { units, artifacts, minIoU, concept }) {
    const scores = scoresOf(given, "scores");
    requireConcept(scores, concept);
    const each = picturesEach(scores, top);
    return {
      kind: "units",
      scores,
      cards: unitCards(scores),
      minIoU,
      concept,
      chosen: listed(scores, units, "units"),
      artifacts: listed(scores, artifacts, "artifacts"),
      top: top ?? null,
      each,
      peaks: peaks ? peaksOf(peaks, "peaks") : [],
    };
  },
});

/** The units of a list. Throws Fault where one is not among the scores'. */
function listed({ iou }: Scores, text: string, name: string): number[] {
  return parseUnits(text, iou.length, { port: name, owner: "the scores have" });
}

/** The filter names a concept of the scores, or none. Throws Fault with those there are. */
function requireConcept({ concepts }: Scores, concept: string): void {
  if (concept === "" || concepts.includes(concept)) return;
  throw new Fault(`the scores have no concept "${concept}"`, {
    port: "concept",
    cure: `Choose one of ${concepts.join(", ")}, or none to see all.`,
  });
}

/** How many pictures each unit has; 0 without any. Throws Fault where they do not come out even. */
function picturesEach({ iou }: Scores, top: Image | undefined): number {
  const n = top?.tensor.shape[0] ?? 0;
  const each = iou.length === 0 ? 0 : n / iou.length;
  if (Number.isInteger(each)) return each;
  throw new Fault(`${n} pictures do not go evenly over ${iou.length} units`, {
    port: "top",
    cure: "Wire the top samples of all units of the layer.",
  });
}
