import { readRankings } from "../../engine/gan/dissectJson.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";
import type { Table } from "../../engine/values.ts";

export const dissectTable = defineNode({
  title: "Dissection file",
  doc: "Rankings of units from a `dissect.json` of the original tool, or as its server sends them: a row a unit, a column a concept. Bau et al. 2018 (GAN Dissection).",
  synonyms: ["import", "dissect.json", "netdissect", "rankings", "published", "gandissect"],
  icon: "file-box",
  inputs: {},
  params: {
    json: param.lines("The text of the file.", ".json"),
    metric: param.choice(["iou", "ace"], "Agreement with a concept, or causal effect on it."),
    layer: param.text("", "A layer of the file; the first where empty."),
  },
  outputs: { table: port("table", "unit, then a column a concept") },
  compute: (_, { json, metric, layer }) => ({ table: tableOf(json, metric, layer) }),
});

function tableOf(json: string, metric: string, layer: string): Table {
  try {
    return readRankings(json, metric, layer);
  } catch (error) {
    throw error instanceof Fault
      ? new Fault(error.message, { port: "json", ...(error.cure && { cure: error.cure }) })
      : error;
  }
}
