import { expect, test } from "vitest";
import { pairs } from "../../../nodes/latent/pairs.ts";
import { libraryOf, numbersOf, runNode, style } from "../workbench.ts";

const rows = style("tiny", { shape: [2, 1], data: [1, 2] });
const columns = style("tiny", { shape: [3, 1], data: [10, 20, 30] });

test("pairs every row with every column, row by row", async () => {
  const made = await runNode(pairs, libraryOf(), { rows, columns });
  const [down, across] = [await numbersOf(made.rows), await numbersOf(made.columns)];
  expect([...down.data]).toEqual([1, 1, 1, 2, 2, 2]);
  expect([...across.data]).toEqual([10, 20, 30, 10, 20, 30]);
  expect(down.shape).toEqual([6, 1]);
});

test("refuses styles of two generators", async () => {
  const other = { ...columns, generator: "other" };
  await expect(runNode(pairs, libraryOf(), { rows, columns: other })).rejects.toThrow(
    "rows and columns differ in generator: tiny and other",
  );
});
