import { drawPoints, modesOf, type PointSet, pointSets } from "../../engine/gan/pointSets.ts";
import { defineNode, type ParamsOf, param, port } from "../../engine/node.ts";
import { tensor } from "../../engine/tensor.ts";
import { ownPoints } from "./points/ownPoints.ts";

const { when } = param;
const made = ["ring", "grid", "moons", "swissRoll", "lines"] as const;

const params = {
  shape: param.choice([...made, "drawn", "csv"], "Where the points lie."),
  count: when(
    "shape",
    made,
    param.integer(512, "How many points; drawn and csv give their own.", { min: 1, max: 1_000_000 }),
  ),
  seed: when("shape", made, param.seed("Another seed gives other points of the same shape.")),
  modes: when(
    "shape",
    ["ring", "lines"],
    param.integer(8, "Gaussians on the ring, or lines.", { min: 1, max: 64 }),
  ),
  side: when("shape", ["grid"], param.integer(5, "Gaussians along each side.", { min: 1, max: 20 })),
  noise: when(
    "shape",
    made,
    param.real(
      1,
      "Times the published deviation: 0.02/1.414 (ring, lines), 0.05/2.828 (grid), 0.05 (moons), 0.25/7.5 (swiss roll).",
      { min: 0, max: 20 },
    ),
  ),
  drawn: when("shape", ["drawn"], param.points("Points set by hand, [x, y] from -2 to 2.")),
  csv: when(
    "shape",
    ["csv"],
    param.lines(
      "Two columns of numbers, x and y; a header is optional, further columns are left out.",
      ".csv,.tsv,.txt",
    ),
  ),
  fit: when(
    "shape",
    ["csv"],
    param.flag(true, "Move and scale the points until the longer side of their box goes from -1.5 to 1.5."),
  ),
};

type Chosen = ParamsOf<typeof params>;

export const pointDataset = defineNode({
  title: "Point dataset",
  doc: "Points in the plane to train on and to measure against, where it can be seen what a generator misses. Ring of 8 and grid of 25 have the published coordinates and know their modes; what is drawn by hand or read from a CSV is taken whole. Wang et al. 2018 (E-GAN).",
  synonyms: ["training set", "toy data", "2D", "8 Gaussians", "25 Gaussians", "mixture", "draw", "import"],
  icon: "chart-scatter",
  inputs: {},
  params,
  outputs: {
    data: port("dataset", "[n, 2] to train on, with the modes of ring and grid"),
    points: port("points", "The same points, [n, 2]"),
  },
  // Whole, not chunk by chunk: a plot of the first few points would say nothing.
  compute(_, chosen) {
    const { count, noise, seed } = chosen;
    const set = setOf(chosen);
    const data = set ? drawPoints(set, noise, seed, { from: 0, to: count }) : ownPoints(chosen);
    const points = tensor([data.length / 2, 2], data);
    return {
      data: { type: "dataset", tensor: points, modes: set && modesOf(set, noise) },
      points: { type: "points", tensor: points },
    };
  },
});

/** What points are made from; null where they are one's own. */
function setOf({ shape, modes, side }: Chosen): PointSet | null {
  if (shape === "ring" || shape === "lines") return pointSets[shape](modes);
  if (shape === "grid") return pointSets.grid(side);
  return shape === "drawn" || shape === "csv" ? null : pointSets[shape];
}
