import { expect, test } from "vitest";
import { csvTable } from "../../../nodes/data/csvTable.ts";
import { libraryOf, runNode } from "../workbench.ts";

test("csvTable gives the table that its text holds", async () => {
  const { table } = await runNode(csvTable, libraryOf(), {}, { csv: "concept,effect\ntree,-5.2\n" });
  expect(table).toEqual({ type: "table", columns: ["concept", "effect"], rows: [["tree", -5.2]] });
});

test("csvTable says which row is wrong, at its param", async () => {
  await expect(runNode(csvTable, libraryOf(), {}, { csv: "a,b\n1" })).rejects.toMatchObject({
    message: expect.stringContaining("row 1 has 1 cells"),
    port: "csv",
  });
});
