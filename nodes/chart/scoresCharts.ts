import type { ConceptChart, HeatChart } from "../../engine/chart.ts";
import { conceptUnits, unitConcepts } from "../../engine/gan/unitConcepts.ts";
import { Fault } from "../../engine/node.ts";
import type { Scores, Table } from "../../engine/values.ts";

interface Wanted {
  readonly minIoU: number;
  readonly highlight: string;
  readonly rows: number;
}

/** Interpretable units per concept. Throws Fault where the highlighted concept is none of the scores'. */
export function conceptChart(scores: Scores, { minIoU, highlight }: Wanted): ConceptChart {
  requireConcept(scores, highlight);
  const concepts = conceptUnits(scores, minIoU).map(({ concept, units }) => ({
    concept,
    units: units.map(({ unit, iou }) => ({ unit, iou })),
  }));
  return { kind: "concepts", minIoU, units: scores.iou.length, concepts, highlight };
}

/**
 * Units x concepts: the `rows` units of highest IoU, put together by concept, the concept of the best unit first; the
 * columns in the same order of concepts.
 */
export function heatOfScores(scores: Scores, { highlight, rows }: Wanted): HeatChart {
  requireConcept(scores, highlight);
  const best = unitConcepts(scores).sort((a, b) => b.iou - a.iou || a.unit - b.unit);
  const shown = best.slice(0, rows > 0 ? rows : best.length);
  const order = [...new Set([...best.map(({ concept }) => concept), ...scores.concepts])];
  const rank = new Map(order.map((concept, at) => [concept, at]));
  shown.sort((a, b) => (rank.get(a.concept) ?? 0) - (rank.get(b.concept) ?? 0) || b.iou - a.iou);
  const columns = order.filter((concept) => scores.concepts.includes(concept));
  const places = columns.map((concept) => scores.concepts.indexOf(concept));
  return {
    kind: "heat",
    row: "unit",
    value: "IoU",
    rows: shown.map(({ unit }) => String(unit)),
    columns,
    cells: shown.map(({ unit }) => places.map((place) => scores.iou[unit]?.[place] ?? null)),
    highlight,
  };
}

/** The best unit of each concept: a table of concept, iou and unit, the highest IoU first. */
export function bestUnits({ concepts, iou }: Scores): Table {
  const rows = concepts.map((concept, at) => {
    const column = iou.map((row) => row[at] ?? 0);
    const most = column.reduce((a, b) => Math.max(a, b), 0);
    return [concept, most, column.indexOf(most)] as const;
  });
  rows.sort((a, b) => b[1] - a[1]);
  return { type: "table", columns: ["concept", "iou", "unit"], rows };
}

function requireConcept({ concepts }: Scores, highlight: string): void {
  if (highlight === "" || concepts.includes(highlight)) return;
  throw new Fault(`there is no concept ${highlight}`, {
    port: "highlight",
    cure: `The concepts are ${concepts.join(", ")}.`,
  });
}
