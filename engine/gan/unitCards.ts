import type { Scores, Table } from "../values.ts";
import { type UnitConcept, unitConcepts } from "./unitConcepts.ts";

/** All units: the concept of the best unit first, within a concept the highest IoU first. */
export function unitCards(scores: Pick<Scores, "concepts" | "iou">): UnitConcept[] {
  const units = unitConcepts(scores);
  const best = new Map<string, number>();
  for (const { concept, iou } of units) best.set(concept, Math.max(iou, best.get(concept) ?? 0));
  const order = [...best].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([concept]) => concept);
  const rank = new Map(order.map((concept, at) => [concept, at]));
  return units.sort(
    (a, b) => (rank.get(a.concept) ?? 0) - (rank.get(b.concept) ?? 0) || b.iou - a.iou || a.unit - b.unit,
  );
}

/** What a view of units holds, but for the pictures. */
export interface UnitCards {
  readonly cards: readonly UnitConcept[];
  readonly minIoU: number;
  /** "" is all. */
  readonly concept: string;
  readonly chosen: readonly number[];
  readonly artifacts: readonly number[];
}

/** Cards above the least IoU, and those chosen or marked whatever their IoU; of one concept where one is named. */
export function shownCards({ cards, minIoU, concept, chosen, artifacts }: UnitCards): UnitConcept[] {
  const kept = new Set([...chosen, ...artifacts]);
  return cards.filter(
    (card) => (card.iou > minIoU || kept.has(card.unit)) && (concept === "" || card.concept === concept),
  );
}

/** The cards as a table, for CSV; 1 marks a unit that is chosen, or an artifact. */
export function unitTable(view: UnitCards): Table {
  return {
    type: "table",
    columns: ["unit", "concept", "iou", "runnerUp", "runnerUpIoU", "chosen", "artifact"],
    rows: shownCards(view).map(({ unit, concept, iou, runnerUp }) => [
      unit,
      concept,
      iou,
      runnerUp?.concept ?? null,
      runnerUp?.iou ?? null,
      view.chosen.includes(unit) ? 1 : 0,
      view.artifacts.includes(unit) ? 1 : 0,
    ]),
  };
}
