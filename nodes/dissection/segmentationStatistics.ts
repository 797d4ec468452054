import { classShares, requireSamples, ShareSums } from "../../engine/gan/classShares.ts";
import { type ClassNames, classCount, conceptsOf, namesOf } from "../../engine/gan/concepts.ts";
import { defineNode, port } from "../../engine/node.ts";

interface Seen {
  readonly names: ClassNames;
  readonly shares: ShareSums;
}

export const segmentationStatistics = defineNode({
  title: "Segmentation statistics",
  doc: "How much of the pictures each concept takes: its share of all pixels with the standard error over the samples, and the share of samples in which it occurs. Bau et al. 2019 (Seeing What a GAN Cannot Generate), section 3.1.",
  synonyms: ["class share", "pixel share", "histogram", "count classes"],
  icon: "chart-pie",
  inputs: { segmentation: port("segmentation", "class ids [n, h, w]") },
  params: {},
  outputs: { table: port("table", "concept, share, error, samples (share of samples in which it occurs)") },
  reduce: {
    init: (): Seen | null => null,
    async fold(state, { segmentation }, _, { runtime }) {
      const ids = await runtime.read(segmentation.tensor);
      const seen = state ?? { names: namesOf(segmentation), shares: new ShareSums() };
      const classes = classCount(segmentation, ids.data, "segmentation");
      for (const shares of classShares(ids, classes)) seen.shares.add(shares);
      return seen;
    },
    merge(a, b) {
      if (!a || !b) return a ?? b;
      a.shares.merge(b.shares);
      return a;
    },
    finish(state) {
      const shares = requireSamples(state?.shares ?? null, "segmentation");
      const concepts = state ? conceptsOf(state.names, shares.sum.length - 1) : [];
      const rows = concepts.map(({ id, name }) => [
        name,
        shares.mean(id),
        shares.error(id),
        (shares.occurs[id] ?? 0) / shares.samples,
      ]);
      return { table: { type: "table", columns: ["concept", "share", "error", "samples"], rows } };
    },
  },
});
