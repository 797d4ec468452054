import { discriminatorLevels } from "../../engine/gan/discriminatorLevels.ts";
import { fitSquare } from "../../engine/gan/fitSquare.ts";
import { warpedGrid } from "../../engine/gan/warpedGrid.ts";
import { defineNode, Fault, optional, param, port } from "../../engine/node.ts";
import { firstPairs, ringsOf } from "../../engine/planePreview.ts";
import type { HostTensor } from "../../engine/tensor.ts";

/** D is asked at so many places across and down. */
const fieldSize = 96;

export const viewPoints = defineNode({
  title: "View points",
  doc: "Draws points on the plane: the generated over the real ones, the modes as rings of four deviations, dashed where a mode is missed; with a run also what its discriminator says of each place, and the generator's grid of latent space. Wang et al. 2018 (E-GAN), section 4.1.",
  synonyms: ["scatter", "plot", "plane", "modes", "ring", "real and generated", "samples", "svg"],
  icon: "chart-scatter",
  inputs: {
    points: port("points", "[n, 2]: the generated"),
    data: optional("dataset", "[n, 2]: the real points, and their modes"),
    evolution: optional("evolution", "A run over points: its discriminator and its generator are drawn"),
  },
  params: {
    extent: param.real(0, "Shows the square from -extent to extent; 0 fits the data.", { min: 0, step: 0.1 }),
    real: param.flag(true, "Draws the real points."),
    modes: param.flag(true, "Draws the modes as rings."),
    field: param.flag(true, "Draws what the discriminator says."),
    grid: param.flag(true, "Draws the generator's grid; its latent has to be of two numbers."),
  },
  outputs: {},
  async show({ points: given, data, evolution }, shown, { runtime }) {
    const points = pairs(await runtime.read(given.tensor), "points");
    const real = data ? pairs(await runtime.read(data.tensor), "data") : null;
    if (evolution && evolution.gives !== "points")
      throw new Fault("this run makes pictures, no points", { port: "evolution" });
    const modes = (data ? data.modes : evolution?.modes) ?? null;
    const square = fitSquare(shown.extent, { points: real ?? evolution?.real.data ?? points, modes });
    const levels =
      evolution && shown.field
        ? await discriminatorLevels(evolution.discriminator, square, fieldSize, runtime)
        : null;
    return {
      kind: "points",
      plane: {
        square,
        points: firstPairs(points, points.length),
        real: real && shown.real ? firstPairs(real, real.length) : null,
        modes: shown.modes ? ringsOf(modes, points) : [],
        field: levels && {
          size: fieldSize,
          levels: Uint8ClampedArray.from(levels, (level) => 255 * level),
        },
        grid: evolution && shown.grid ? await warpedGrid(evolution, runtime) : [],
      },
    };
  },
});

/** Throws Fault where the tensor is not [n, 2] with at least one point. */
function pairs({ shape, data }: HostTensor, at: string): HostTensor["data"] {
  const [n = 0, width] = shape;
  if (shape.length !== 2 || width !== 2)
    throw new Fault(`${at} is [${shape.join(", ")}], a plane takes [n, 2]`, { port: at });
  if (n === 0) throw new Fault(`${at} has no points`, { port: at });
  return data;
}
