import { defineNode, Fault, param, port } from "../../engine/node.ts";
import {
  fitnessChart,
  gradientChart,
  lossChart,
  metricsChart,
  survivorsChart,
} from "../chart/evolutionCharts.ts";

const charts = {
  fitness: fitnessChart,
  survivors: survivorsChart,
  metrics: metricsChart,
  loss: lossChart,
  gradient: gradientChart,
};

export const evolutionChart = defineNode({
  title: "Evolution chart",
  doc: "The course of a run: quality, diversity and fitness of the children of each mutation, who survived, how many modes are covered, the discriminator's loss, or the norm of its gradient. Wang et al. 2018 (E-GAN), sections 3.3 and 4.",
  synonyms: ["fitness", "survivors", "loss", "curve", "history", "metrics", "plot", "svg"],
  icon: "trending-up",
  inputs: { evolution: port("evolution", "A run of evolution") },
  params: {
    what: param.choice(["fitness", "survivors", "metrics", "loss", "gradient"], "What is drawn."),
    highlight: param.text("", "The mutation drawn in the accent."),
  },
  outputs: {},
  show({ evolution }, { what, highlight }) {
    if (highlight !== "" && !(evolution.mutations as readonly string[]).includes(highlight))
      throw new Fault(`the run has no mutation ${highlight}`, {
        port: "highlight",
        cure: `It has ${evolution.mutations.join(", ")}.`,
      });
    return { kind: "chart", chart: charts[what](evolution, highlight) };
  },
});
