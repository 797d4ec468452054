import { readCsv } from "../../engine/csv.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";
import type { Table } from "../../engine/values.ts";

export const csvTable = defineNode({
  title: "CSV table",
  doc: "A table from text: the first line names the columns, commas part the cells. Brings in what was measured elsewhere, such as published rankings of units.",
  synonyms: ["import", "read", "paste", "numbers", "results", "spreadsheet", "comma"],
  icon: "file-spreadsheet",
  inputs: {},
  params: {
    csv: param.lines("Comma-separated values, the first line for the names of the columns.", ".csv,.txt"),
  },
  outputs: { table: port("table", "Cells that read as numbers are numbers, empty ones are empty") },
  compute: (_, { csv }) => ({ table: tableOf(csv) }),
});

function tableOf(csv: string): Table {
  try {
    return readCsv(csv);
  } catch (error) {
    throw error instanceof Fault ? new Fault(error.message, { port: "csv" }) : error;
  }
}
