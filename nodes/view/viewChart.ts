import type { Chart } from "../../engine/chart.ts";
import { scoresOf } from "../../engine/gan/unitConcepts.ts";
import { anyOf, defineNode, param } from "../../engine/node.ts";
import type { Scores, Table } from "../../engine/values.ts";
import { bestUnits, conceptChart, heatOfScores } from "../chart/scoresCharts.ts";
import { barChart, heatOfTable } from "../chart/tableCharts.ts";

export const viewChart = defineNode({
  title: "View chart",
  doc: "Draws scores as interpretable units per concept, a column of a table as bars with their errors, or either as a heat map. Scores may also come as a table with a column named unit and one a concept. Bau et al. 2018 (GAN Dissection), figure 4.",
  synonyms: ["plot", "graph", "bar chart", "histogram", "heat map", "effect", "concepts", "svg", "figure"],
  icon: "chart-column",
  inputs: { data: anyOf(["table", "scores"], "Scores, units x concepts; or a table") },
  params: {
    kind: param.choice(
      ["auto", "concepts", "bars", "heat"],
      "What is drawn; auto draws concepts of scores and bars of a table.",
    ),
    minIoU: param.real(0.04, "A unit stands for its best concept where its IoU is above this.", {
      min: 0,
      max: 1,
      step: 0.01,
    }),
    value: param.text("", "The column of the bars; empty takes `effect`, else the first of numbers."),
    label: param.text(
      "",
      "The column that names bars or rows; empty takes the first of texts, else the first.",
    ),
    error: param.text("", "The column of the errors; empty takes `error` for the effect."),
    highlight: param.text("", "The concept or label drawn in the accent."),
    rows: param.integer(64, "Bars or rows of the heat map at most, units by their IoU; 0 takes all.", {
      min: 0,
    }),
  },
  outputs: {},
  show({ data }, params) {
    const kind = params.kind !== "auto" ? params.kind : data.type === "scores" ? "concepts" : "bars";
    return { kind: "chart", chart: chartOf(data, kind, params) };
  },
});

type Wanted = Parameters<typeof barChart>[1] & Parameters<typeof conceptChart>[1];

/** Scores drawn as bars are the best unit of each concept. */
function chartOf(data: Scores | Table, kind: "concepts" | "bars" | "heat", wanted: Wanted): Chart {
  if (kind === "concepts") return conceptChart(scoresOf(data, "data"), wanted);
  if (kind === "bars") return barChart(data.type === "scores" ? bestUnits(data) : data, wanted);
  return data.type === "scores" ? heatOfScores(data, wanted) : heatOfTable(data, wanted);
}
