import { sharedGenerator } from "../../engine/gan/generator.ts";
import { repeatSamples } from "../../engine/gan/repeatSamples.ts";
import { defineNode, port } from "../../engine/node.ts";

export const pairs = defineNode({
  title: "Pairs",
  doc: "Pairs every row style with every column style, row by row: r and c styles become r * c on both outputs. The grid of the style-mixing figure. Karras et al. 2018, figure 3.",
  synonyms: ["grid", "product", "every with every", "style mixing figure", "cross"],
  icon: "grid-3x3",
  inputs: { rows: port("style", "w [r, size]"), columns: port("style", "w [c, size]") },
  params: {},
  outputs: {
    rows: port("style", "w [r * c, size]: each row's style c times in turn"),
    columns: port("style", "w [r * c, size]: all columns' styles, r times"),
  },
  async compute({ rows, columns }, _, context) {
    sharedGenerator(rows, columns, ["rows", "columns"]);
    const down = await context.runtime.read(rows.tensor);
    const across = await context.runtime.read(columns.tensor);
    const width = across.shape[0] ?? 0;
    const cells = Array.from({ length: (down.shape[0] ?? 0) * width }, (_, cell) => cell);
    const rowOf = cells.map((cell) => Math.floor(cell / width));
    const columnOf = cells.map((cell) => cell % width);
    return {
      rows: { ...rows, tensor: repeatSamples(down, rowOf) },
      columns: { ...columns, tensor: repeatSamples(across, columnOf) },
    };
  },
});
