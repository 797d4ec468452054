/** The files that the original GAN Dissection tool writes (CSAILVision/gandissect, `generate_report`): read and written. */
import { Fault } from "../fault.ts";
import { jsonProblem } from "../jsonProblem.ts";
import type { Scores, Table } from "../values.ts";
import { unitConcepts } from "./unitConcepts.ts";

/** One ranking: a number a unit, negated, so that sorting upwards puts the best unit first. */
interface Ranking {
  readonly metric: string;
  readonly name: string;
  readonly scores: readonly number[];
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/**
 * A `dissect.json`, or the rankings alone as its server sends them (`res`), as a table: `unit`, then a column a concept with the
 * scores of one metric, the sign taken back. `layer` names a layer of the file, "" the first. Throws Fault with the path.
 */
export function readRankings(text: string, metric: string, layer: string): Table {
  const rankings = rankingsOf(parse(text), layer);
  const wanted = rankings.filter((each) => each.metric === metric && each.name.endsWith(`-${metric}`));
  if (wanted.length === 0) {
    const metrics = [...new Set(rankings.map((each) => each.metric))]
      .filter((each) => each !== "")
      .join(", ");
    throw new Fault(`there are no rankings by ${metric}`, {
      cure: `The file has ${metrics || "none at all"}.`,
    });
  }
  const units = wanted[0]?.scores.length ?? 0;
  const uneven = wanted.find(({ scores }) => scores.length !== units);
  if (uneven) throw new Fault(`${uneven.name} ranks ${uneven.scores.length} units, the others ${units}`);
  const concepts = wanted.map(({ name }) => name.slice(0, -metric.length - 1));
  const rows = Array.from({ length: units }, (_, unit) => [
    unit,
    ...wanted.map(({ scores }) => 0 - (scores[unit] as number)),
  ]);
  return { type: "table", columns: ["unit", ...concepts], rows };
}

function parse(text: string): unknown {
  const problem = jsonProblem(text);
  if (problem === null) return JSON.parse(text);
  throw new Fault(`not JSON: ${problem}`, { cure: "Paste the text of a dissect.json, or of its rankings." });
}

function rankingsOf(json: unknown, name: string): Ranking[] {
  if (!isObject(json)) throw new Fault("expected a JSON object");
  if (Array.isArray(json.res)) return json.res.map((each, index) => rankingAt(each, `res[${index}]`));
  if (!Array.isArray(json.layers))
    throw new Fault("expected `layers` or `res`, as the original tool writes them");
  const layers = json.layers.filter(isObject);
  const at = name === "" ? 0 : layers.findIndex((each) => each.layer === name);
  const rankings = layers[at]?.rankings;
  if (!Array.isArray(rankings))
    throw new Fault(name === "" ? "layers[0].rankings: expected a list" : `the file has no layer "${name}"`, {
      cure: `Its layers are ${layers.map((each) => String(each.layer)).join(", ")}.`,
    });
  return rankings.map((each, index) => rankingAt(each, `layers[${at}].rankings[${index}]`));
}

/** A file has `score`, the server `scores`; rankings without a metric order units otherwise and count for none. */
function rankingAt(value: unknown, path: string): Ranking {
  if (!isObject(value)) throw new Fault(`${path}: expected an object`);
  const { metric = "", name } = value;
  const scores = value.score ?? value.scores;
  if (typeof metric !== "string") throw new Fault(`${path}.metric: expected a text`);
  if (typeof name !== "string") throw new Fault(`${path}.name: expected a text`);
  const numbers = Array.isArray(scores) && scores.every((score) => typeof score === "number");
  if (!numbers) throw new Fault(`${path}.score: expected a list of numbers`);
  return { metric, name, scores };
}

/** A sample that drives a unit, under the names of the original tool: its number from 0 on, and the unit's peak in it. */
export interface UnitPeak {
  readonly imgnum: number;
  readonly maxact: number;
}

/** The samples of each unit, the strongest first, of a table with columns unit, sample and peak. Throws Fault where one is missing. */
export function peaksOf({ columns, rows }: Table, port: string): UnitPeak[][] {
  const [unit, sample, peak] = ["unit", "sample", "peak"].map((name) => {
    const at = columns.indexOf(name);
    if (at >= 0) return at;
    throw new Fault(`${port}: there is no column "${name}"`, {
      port,
      cure: "Wire the table of Top samples.",
    });
  }) as [number, number, number];
  const peaks: UnitPeak[][] = [];
  for (const row of rows) {
    const of = peaks[Number(row[unit])] ?? [];
    of.push({ imgnum: Number(row[sample]), maxact: Number(row[peak]) });
    peaks[Number(row[unit])] = of;
  }
  return Array.from(peaks, (each) => (each ?? []).sort((a, b) => b.maxact - a.maxact));
}

/**
 * What the scores of one layer say, in the fields of the original tool's `dissect.json`. Units count where their IoU is above
 * `minIoU`; `peaks` are each unit's top samples.
 */
export function dissection(
  scores: Scores,
  minIoU: number,
  peaks: readonly (readonly UnitPeak[])[] = [],
): object {
  const { concepts, iou, thresholds } = scores;
  const best = unitConcepts(scores).map(({ concept }) => Math.max(0, concepts.indexOf(concept)));
  const units = iou.map((row, unit) => ({
    unit,
    interp: (row[best[unit] ?? 0] ?? 0) > minIoU,
    level: thresholds[unit] ?? null,
    top: peaks[unit] ?? [],
    iou: row[best[unit] ?? 0] ?? 0,
    iou_labelnum: best[unit] ?? 0,
    iou_label: concepts[best[unit] ?? 0] ?? "-",
    iou_cat: "object",
  }));
  const labels = concepts
    .map((label, labelnum) => ({
      label,
      labelnum,
      units: units.filter((each) => each.interp && each.iou_labelnum === labelnum).map(({ unit }) => unit),
      cat: "object",
    }))
    .filter((each) => each.units.length > 0)
    .sort((a, b) => b.units.length - a.units.length || a.labelnum - b.labelnum);
  const place = new Map(labels.map(({ labelnum }, index) => [labelnum, index]));
  const far = labels.length;
  const ordered = [...units].sort(
    (a, b) =>
      Number(b.interp) - Number(a.interp) ||
      (place.get(a.iou_labelnum) ?? far) - (place.get(b.iou_labelnum) ?? far) ||
      a.iou_labelnum - b.iou_labelnum ||
      b.iou - a.iou,
  );
  const rank = new Map(ordered.map(({ unit }, index) => [unit, index]));
  return {
    netname: scores.generator ?? "Model",
    meta: null,
    default_ranking: "label",
    quantile_threshold: scores.quantile,
    iou_threshold: minIoU,
    segcolors: {},
    layers: [
      {
        layer: scores.layer ?? "layer",
        units,
        rankings: [
          { name: "unit", score: units.map(({ unit }) => unit) },
          { name: "label", score: units.map(({ unit }) => rank.get(unit) ?? 0) },
          { name: "max iou", metric: "iou", score: units.map((each) => 0 - each.iou) },
          ...concepts.map((concept, at) => ({
            name: `${concept}-iou`,
            concept,
            metric: "iou",
            score: iou.map((row) => 0 - (row[at] ?? 0)),
          })),
        ],
        labels,
        interpretable: labels.reduce((sum, each) => sum + each.units.length, 0),
      },
    ],
  };
}
