import { Fault } from "../fault.ts";
import type { Scores, Table } from "../values.ts";

/** What one unit stands for: the concept with the highest IoU, and the one after it. */
export interface UnitConcept {
  readonly unit: number;
  readonly concept: string;
  readonly iou: number;
  readonly runnerUp: { readonly concept: string; readonly iou: number } | null;
}

/** The best two concepts of each unit, in the order of the units; equal IoUs in the order of the concepts. */
export function unitConcepts({ concepts, iou }: Pick<Scores, "concepts" | "iou">): UnitConcept[] {
  return iou.map((row, unit) => {
    const best = top(row, -1);
    const next = top(row, best);
    return {
      unit,
      concept: concepts[best] ?? "",
      iou: row[best] ?? 0,
      runnerUp: next < 0 ? null : { concept: concepts[next] ?? "", iou: row[next] ?? 0 },
    };
  });
}

/** Where the largest finite number lies, leaving one place out; -1 where there is none. */
function top(row: readonly number[], except: number): number {
  let best = -1;
  for (const [at, value] of row.entries())
    if (at !== except && Number.isFinite(value) && (best < 0 || value > (row[best] ?? 0))) best = at;
  return best;
}

/** Units that stand for one concept, the highest IoU first. */
export interface ConceptUnits {
  readonly concept: string;
  readonly units: readonly UnitConcept[];
}

/**
 * The interpretable units of each concept: a unit counts for its best concept alone, where its IoU is above `minIoU`. Most
 * units first, then by the name. Bau et al. 2018 (GAN Dissection), section 3.1.
 */
export function conceptUnits(scores: Pick<Scores, "concepts" | "iou">, minIoU: number): ConceptUnits[] {
  const found = new Map<string, UnitConcept[]>();
  for (const unit of unitConcepts(scores)) {
    if (!(unit.iou > minIoU)) continue;
    const list = found.get(unit.concept);
    if (list) list.push(unit);
    else found.set(unit.concept, [unit]);
  }
  return [...found]
    .map(([concept, units]) => ({ concept, units: units.sort((a, b) => b.iou - a.iou || a.unit - b.unit) }))
    .sort((a, b) => b.units.length - a.units.length || (a.concept < b.concept ? -1 : 1));
}

/**
 * Scores as they are; a table with a column `unit` and one column of numbers a concept as scores of no known layer. Units
 * that the table leaves out have IoU 0. Throws Fault for any other table.
 */
export function scoresOf(value: Scores | Table, port: string): Scores {
  if (value.type === "scores") return value;
  const at = value.columns.indexOf("unit");
  const places = value.columns.flatMap((_, column) => (column === at ? [] : [column]));
  const units = value.rows.map((row) => row[at]);
  if (at < 0 || !units.every(isUnit))
    throw new Fault("the table has no column `unit` of whole numbers", {
      port,
      cure: "Wire scores, or a table with a row a unit and a column of IoU a concept.",
    });
  const wrong = places.find((column) => value.rows.some((row) => typeof row[column] === "string"));
  if (wrong !== undefined)
    throw new Fault(`column ${value.columns[wrong]} holds texts where IoUs are expected`, {
      port,
      cure: "Give one column of numbers a concept, and none beside.",
    });
  const iou = Array.from({ length: Math.max(-1, ...units) + 1 }, () => places.map(() => 0));
  for (const [index, row] of value.rows.entries())
    iou[units[index] ?? 0] = places.map((column) => Number(row[column] ?? 0));
  const concepts = places.map((column) => value.columns[column] ?? "");
  return { type: "scores", generator: null, layer: null, quantile: null, thresholds: [], concepts, iou };
}

/** Far more units than any layer has; a larger number is a mistake that would take all memory. */
const mostUnits = 1_000_000;
const isUnit = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < mostUnits;
