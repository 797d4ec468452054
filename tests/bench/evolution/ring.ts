/** What is trained in the measurements: the ring of eight, at a node's default settings. */
import { drawPoints, modesOf, pointSets } from "../../../engine/gan/pointSets.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { EvolveSettings, TrainingData } from "../../../engine/train/settings.ts";
import { evolveParams, evolveSettings } from "../../../nodes/evolution/settings/evolveParams.ts";

const count = 4096;
const ring = pointSets.ring(8);
export const data: TrainingData = {
  samples: tensor([count, 2], drawPoints(ring, 1, 1, { from: 0, to: count })),
  modes: modesOf(ring, 1),
};

const defaults = Object.entries(evolveParams).map(([name, spec]) => [name, spec.default]);
export const settings: EvolveSettings = evolveSettings(Object.fromEntries(defaults));
