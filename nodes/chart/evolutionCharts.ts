/** The course of a run of evolution as charts. */
import type { LineChart, ShareChart } from "../../engine/chart.ts";
import { Fault } from "../../engine/fault.ts";
import type { Evolving, Mutation } from "../../engine/gan/evolution.ts";
import { everyNth } from "../../engine/gan/thin.ts";

type Panel = LineChart["panels"][number];

const generation = "generation";

/** Mutations as the paper writes them. */
const called: Readonly<Record<Mutation, string>> = {
  minimax: "minimax",
  heuristic: "heuristic",
  leastSquares: "least squares",
};
const accented = (highlight: string): string => called[highlight as Mutation] ?? "";

/** Quality, diversity and fitness of each mutation's child of the first parent. Throws Fault where nothing is judged. */
export function fitnessChart(run: Evolving, highlight: string): LineChart {
  const { course, mutations, parents, gamma, selection } = run;
  if (selection === "random")
    throw new Fault("survivors are picked at random here: no child has a fitness", {
      port: "evolution",
      cure: "Draw survivors, metrics, loss or gradient.",
    });
  const children = mutations.length * parents;
  const fitness = course.quality.map((quality, at) => quality + gamma * (course.diversity[at] as number));
  const panel = (y: string, values: Float32Array): Panel => ({
    y,
    from: null,
    to: null,
    lines: mutations.map((mutation, child) => line(called[mutation], everyNth(values, child, children))),
  });
  return {
    kind: "lines",
    x: generation,
    panels: [
      panel("quality", course.quality),
      panel("diversity", course.diversity),
      panel("fitness", fitness),
    ],
    highlight: accented(highlight),
  };
}

export function survivorsChart({ mutations, parents, course }: Evolving, highlight: string): ShareChart {
  const winners = course.survivors.map((child) => (child < 0 ? -1 : child % mutations.length));
  const names = mutations.map((mutation) => called[mutation]);
  return {
    kind: "shares",
    x: generation,
    names,
    winners,
    each: parents,
    highlight: accented(highlight),
  };
}

/** Modes covered and the share of good samples. Throws Fault where the modes are not known. */
export function metricsChart({ modes, measured }: Evolving, highlight: string): LineChart {
  if (!modes)
    throw new Fault("the modes of this data are not known: nothing is measured", {
      port: "evolution",
      cure: "Train on data with modes, such as the ring or the grid.",
    });
  const at = measured.map((one) => one.generation);
  const panel = (y: string, to: number, values: number[]): Panel => ({
    y,
    from: 0,
    to,
    lines: [{ name: y, at, values }],
  });
  return {
    kind: "lines",
    x: generation,
    panels: [
      panel(
        "modes covered",
        modes.centres.length,
        measured.map((one) => one.modes),
      ),
      panel(
        "share within 4 sigma",
        1,
        measured.map((one) => one.highQuality),
      ),
    ],
    highlight,
  };
}

export const lossChart = ({ course }: Evolving, highlight: string): LineChart =>
  single("loss of the discriminator", course.discriminatorLoss, highlight);

export const gradientChart = ({ course }: Evolving, highlight: string): LineChart =>
  single("norm of the discriminator's gradient", course.gradientNorm, highlight);

function single(y: string, values: Float32Array, highlight: string): LineChart {
  return {
    kind: "lines",
    x: generation,
    panels: [{ y, from: null, to: null, lines: [line(y, values)] }],
    highlight,
  };
}

const line = (name: string, values: Float32Array) => ({
  name,
  at: Int32Array.from(values, (_, index) => index + 1),
  values,
});
