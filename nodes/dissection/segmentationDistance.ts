import { classShares, requireSamples } from "../../engine/gan/classShares.ts";
import {
  type ClassNames,
  classCount,
  conceptsOf,
  namesOf,
  requireSameClasses,
} from "../../engine/gan/concepts.ts";
import { frechetDistance, GaussianSums } from "../../engine/gan/gaussian.ts";
import { defineNode, port } from "../../engine/node.ts";
import type { HostTensor } from "../../engine/tensor.ts";

/** Shares of the pixels in percent, of two sets of pictures. */
interface Sets {
  samples: number;
  readonly names: ClassNames;
  readonly a: GaussianSums;
  readonly b: GaussianSums;
}

export const segmentationDistance = defineNode({
  title: "Segmentation distance",
  doc: "How far two sets of pictures are apart in what they show: the Frechet distance of the concepts' shares of each picture, in percent, and each concept's mean share in both. Bau et al. 2019 (Seeing What a GAN Cannot Generate), section 3.1.",
  synonyms: ["frechet segmentation distance", "fsd", "fid", "quality", "compare sets", "real and generated"],
  icon: "ruler",
  inputs: {
    a: port("segmentation", "class ids [n, h, w], of generated pictures for example"),
    b: port("segmentation", "class ids [n, H, W], of real ones"),
  },
  params: {},
  outputs: {
    table: port("table", "concept, a, b (mean shares of the pixels), ratio (a / b, empty where b is 0)"),
    distance: port("number", "the Frechet segmentation distance"),
  },
  reduce: {
    init: (): Sets | null => null,
    async fold(state, { a, b }, _, { runtime }) {
      requireSameClasses(a, b, ["a", "b"]);
      const [one, other] = [await runtime.read(a.tensor), await runtime.read(b.tensor)];
      const names = namesOf(a.classes ? a : b);
      const sets = state ?? { samples: 0, names, a: new GaussianSums(), b: new GaussianSums() };
      sets.samples += one.shape[0] ?? 0;
      addShares(sets.a, one, classCount(names, one.data, "a"));
      addShares(sets.b, other, classCount(names, other.data, "b"));
      return sets;
    },
    merge(a, b) {
      if (!a || !b) return a ?? b;
      a.samples += b.samples;
      a.a.merge(b.a);
      a.b.merge(b.b);
      return a;
    },
    async finish(state) {
      const { names, a, b } = requireSamples(state, "a");
      const rows = conceptsOf(names, Math.max(a.size, b.size) - 1).map(({ id, name }) => {
        const [one, other] = [a.mean(id) / 100, b.mean(id) / 100];
        return [name, one, other, other > 0 ? one / other : null];
      });
      return {
        table: { type: "table", columns: ["concept", "a", "b", "ratio"], rows },
        distance: { type: "number", value: await frechetDistance(a, b) },
      };
    },
  },
});

function addShares(sums: GaussianSums, ids: HostTensor, classes: number): void {
  for (const shares of classShares(ids, classes)) sums.add(shares.map((share) => 100 * share));
}
