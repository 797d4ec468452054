/** A small run of evolution, for tests in Node and in a browser. */
import { normals } from "../../../engine/random.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { EvolveSettings, TrainingData } from "../../../engine/train/settings.ts";

const adam = { rate: 0.005, beta1: 0.5, beta2: 0.999 };

export const smallSettings: EvolveSettings = {
  seed: 3,
  mutations: ["minimax", "heuristic", "leastSquares"],
  selection: "fitness",
  gamma: 0.05,
  parents: 1,
  discriminatorSteps: 1,
  batch: 16,
  evaluation: 32,
  steps: 12,
  generatorAdam: adam,
  discriminatorAdam: adam,
  network: "mlp",
  latent: 2,
  distribution: "uniform",
  width: 8,
  depth: 2,
  normalisation: "none",
  initialisation: "default",
};

/** Two heaps of points, one on either side. */
export const heaps: TrainingData = {
  samples: tensor(
    [64, 2],
    normals(1, "heaps", 0, 128).map((x, i) => 0.05 * x + (i % 2 === 0 ? (i % 4 === 0 ? 1 : -1) : 0)),
  ),
  modes: {
    centres: [
      [1, 0],
      [-1, 0],
    ],
    sigma: 0.05,
  },
};

/** Pictures of 8x8 with some structure. */
const pictures: TrainingData = {
  samples: tensor(
    [32, 3, 8, 8],
    normals(2, "pictures", 0, 32 * 192).map((x, i) =>
      Math.max(-1, Math.min(1, 0.3 * x + (i % 64 < 32 ? 0.5 : -0.5))),
    ),
  ),
  modes: null,
};

/** One generation of pictures by convolutions. */
export const smallPictures: { settings: EvolveSettings; data: TrainingData } = {
  settings: { ...smallSettings, steps: 1, network: "dcgan", latent: 4, normalisation: "layer" },
  data: pictures,
};
