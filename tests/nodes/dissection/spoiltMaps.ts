/** Features with one value in a map replaced, in a graph of all that measures or shows them. */
import type { Value } from "../../../engine/values.ts";
import { gaussian } from "../arrays.ts";
import { features, segmentation } from "../workbench.ts";
import { filled, graphOf, image, units } from "./throughGraph.ts";

export const [n, count, h, w] = [4, 3, 4, 4];
/** All that measures or shows features, by id. */
export const nodes = {
  source: ["generate"],
  classes: ["segment"],
  chosen: ["selectUnits"],
  levels: ["activationThreshold", { quantile: 0.8 }],
  upsampled: ["activationThreshold", { quantile: 0.8, method: "upsampledQuantile" }],
  telling: ["activationThreshold", { method: "bestRatio" }],
  iou: ["unitIoU"],
  mean: ["conceptMean", { concept: "1" }],
  stats: ["unitStatistics"],
  heat: ["unitHeatmap", { opacity: 1 }],
  top: ["topSamples", { count: 2 }],
  edit: ["unitMask"],
  cards: ["viewUnits"],
} as const;
export const wires = [
  ...["levels", "upsampled", "telling", "iou", "mean", "stats", "heat", "top", "edit"].map(
    (node) => `source.features -> ${node}.features`,
  ),
  ...["upsampled", "telling", "iou", "mean"].map((node) => `classes.segmentation -> ${node}.segmentation`),
  "levels.thresholds -> iou.thresholds",
  "source.image -> heat.image",
  "chosen.units -> heat.units",
  "source.image -> top.image",
  "levels.thresholds -> top.thresholds",
  "iou.scores -> cards.scores",
  "top.image -> cards.top",
];
export const graph = graphOf(nodes, wires);
const ids = segmentation({
  shape: [n, 8, 8],
  data: Array.from({ length: n * 64 }, (_, i) => (i % 8 < 4 ? 1 : 2)),
});

/** Standard normals, with one value in sample 2 of unit 1 at row 1, column `column` replaced. */
export function spoilt(value: number | null, column = 3): Record<string, Value> {
  const known = gaussian(9, n, count, h, w);
  const data = known.data.map((each, i) =>
    value !== null && i === (2 * count + 1) * 16 + 4 + column ? value : each,
  );
  return {
    "source.features": features(null, null, { shape: known.shape, data }),
    "source.image": image(filled(-1, n, 3, 8, 8)),
    "classes.segmentation": ids,
    "chosen.units": units(1),
  };
}
export const [sound, withNaN, withInfinity] = [
  spoilt(null),
  spoilt(Number.NaN),
  spoilt(Number.POSITIVE_INFINITY),
];

/** The IoU at thresholds that are fed. */
export const fixed = graphOf(
  { levels: ["activationThreshold"], source: ["generate"], classes: ["segment"], iou: ["unitIoU"] },
  [
    "source.features -> iou.features",
    "classes.segmentation -> iou.segmentation",
    "levels.thresholds -> iou.thresholds",
  ],
);
