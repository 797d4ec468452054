import { requireSamples } from "../../engine/gan/classShares.ts";
import { UnitMoments } from "../../engine/gan/unitMoments.ts";
import { defineNode, port } from "../../engine/node.ts";

export const unitStatistics = defineNode({
  title: "Unit statistics",
  doc: "How each unit behaves over all samples and positions: mean, standard deviation, least and greatest value, and the share of values above 0.",
  synonyms: ["mean activation", "standard deviation", "summary", "dead units"],
  icon: "table-properties",
  inputs: { features: port("features", "[n, units, h, w]") },
  params: {},
  outputs: { table: port("table", "unit, mean, deviation, least, greatest, active") },
  reduce: {
    init: (): UnitMoments | null => null,
    async fold(state, { features }, _, { runtime }) {
      const moments = state ?? new UnitMoments(features.tensor.shape[1] ?? 0);
      moments.add(await runtime.read(features.tensor));
      return moments;
    },
    merge(a, b) {
      if (a && b) a.merge(b);
      return a ?? b;
    },
    finish(state) {
      const rows = requireSamples(state, "features").rows();
      const columns = ["unit", "mean", "deviation", "least", "greatest", "active"];
      return { table: { type: "table", columns, rows } };
    },
  },
});
