/**
 * The catalogue: every node by its type, in the order of the palette. A node's file has its type as its name and its category as
 * its folder; a new node is one import and one entry here.
 */
import type { Catalogue, NodeDefinition } from "../engine/node.ts";
import { csvTable } from "./data/csvTable.ts";
import { dissectTable } from "./data/dissectTable.ts";
import { imageDataset } from "./data/imageDataset.ts";
import { pointDataset } from "./data/pointDataset.ts";
import { activationThreshold } from "./dissection/activationThreshold.ts";
import { causalEffect } from "./dissection/causalEffect.ts";
import { conceptMask } from "./dissection/conceptMask.ts";
import { conceptMean } from "./dissection/conceptMean.ts";
import { paintRegion } from "./dissection/paintRegion.ts";
import { paintUnits } from "./dissection/paintUnits.ts";
import { rankArtifacts } from "./dissection/rankArtifacts.ts";
import { rankUnits } from "./dissection/rankUnits.ts";
import { segment } from "./dissection/segment.ts";
import { segmentationDistance } from "./dissection/segmentationDistance.ts";
import { segmentationStatistics } from "./dissection/segmentationStatistics.ts";
import { selectUnits } from "./dissection/selectUnits.ts";
import { topSamples } from "./dissection/topSamples.ts";
import { unitHeatmap } from "./dissection/unitHeatmap.ts";
import { unitIoU } from "./dissection/unitIoU.ts";
import { unitMask } from "./dissection/unitMask.ts";
import { unitStatistics } from "./dissection/unitStatistics.ts";
import { unitsAt } from "./dissection/unitsAt.ts";
import { discriminatorField } from "./evolution/discriminatorField.ts";
import { evolve } from "./evolution/evolve.ts";
import { evolvedAt } from "./evolution/evolvedAt.ts";
import { modeCoverage } from "./evolution/modeCoverage.ts";
import { sampleEvolved } from "./evolution/sampleEvolved.ts";
import { note } from "./flow/note.ts";
import { number } from "./flow/number.ts";
import { pick } from "./flow/pick.ts";
import { repeat } from "./flow/repeat.ts";
import { reroute } from "./flow/reroute.ts";
import { resize } from "./flow/resize.ts";
import { adain } from "./generator/adain.ts";
import { adainLayer } from "./generator/adainLayer.ts";
import { constantInput } from "./generator/constantInput.ts";
import { convLayer } from "./generator/convLayer.ts";
import { generate } from "./generator/generate.ts";
import { noise } from "./generator/noise.ts";
import { projectLatent } from "./generator/projectLatent.ts";
import { resume } from "./generator/resume.ts";
import { synthesis } from "./generator/synthesis.ts";
import { toRGB } from "./generator/toRGB.ts";
import { interpolate } from "./latent/interpolate.ts";
import { mapping } from "./latent/mapping.ts";
import { pairs } from "./latent/pairs.ts";
import { sampleLatent } from "./latent/sampleLatent.ts";
import { truncate } from "./latent/truncate.ts";
import { compareImages } from "./view/compareImages.ts";
import { deviation } from "./view/deviation.ts";
import { evolutionChart } from "./view/evolutionChart.ts";
import { viewChart } from "./view/viewChart.ts";
import { viewImages } from "./view/viewImages.ts";
import { viewPoints } from "./view/viewPoints.ts";
import { viewTable } from "./view/viewTable.ts";
import { viewUnits } from "./view/viewUnits.ts";

const categories = {
  latent: { sampleLatent, mapping, truncate, interpolate, pairs },
  generator: {
    constantInput,
    adainLayer,
    toRGB,
    synthesis,
    noise,
    adain,
    projectLatent,
    convLayer,
    generate,
    resume,
  },
  dissection: {
    segment,
    activationThreshold,
    unitIoU,
    selectUnits,
    paintRegion,
    paintUnits,
    unitMask,
    causalEffect,
    rankArtifacts,
    rankUnits,
    topSamples,
    unitHeatmap,
    unitsAt,
    unitStatistics,
    conceptMask,
    conceptMean,
    segmentationStatistics,
    segmentationDistance,
  },
  evolution: { evolve, sampleEvolved, evolvedAt, modeCoverage, discriminatorField },
  data: { pointDataset, imageDataset, csvTable, dissectTable },
  view: {
    viewImages,
    viewPoints,
    viewTable,
    viewChart,
    evolutionChart,
    viewUnits,
    compareImages,
    deviation,
  },
  flow: { pick, repeat, resize, number, reroute, note },
};

export const catalogue: Catalogue = Object.fromEntries(
  Object.entries(categories).flatMap(([category, nodes]) =>
    Object.entries<NodeDefinition>(nodes).map(([type, node]) => [type, { ...node, category }] as const),
  ),
);
