import { describe, expect, it } from "vitest";
import type { Modes } from "../../../engine/gan/evolution.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Dataset, Points, Table } from "../../../engine/values.ts";
import { modeCoverage } from "../../../nodes/evolution/modeCoverage.ts";
import { around, everyMode, ring } from "../../engine/gan/plainPoints.ts";
import { libraryOf, runNode } from "../workbench.ts";

const pointsOf = (data: Float32Array): Points => ({
  type: "points",
  tensor: tensor([data.length / 2, 2], data),
});
const dataOf = (data: Float32Array, modes?: Modes | null): Dataset => ({
  ...pointsOf(data),
  type: "dataset",
  ...(modes !== undefined && { modes }),
});

async function measured(points: Float32Array, data: Dataset): Promise<Table> {
  return (await runNode(modeCoverage, libraryOf(), { points: pointsOf(points), data })).table as Table;
}

const real = around(400, everyMode);

describe("modeCoverage", () => {
  it("gives one row", async () => {
    const { columns, rows } = await measured(around(300, [0]), dataOf(real, ring));
    expect(columns).toEqual(["modes", "covered", "highQuality", "jsd", "mmd"]);
    expect(rows).toEqual([
      [8, 1, 1, expect.closeTo(0.8467096235951846, 10), expect.closeTo(0.3539831390891406, 10)],
    ]);
  });

  it.each([undefined, null])("measures the kernel distance alone where the modes are %s", async (modes) => {
    const { rows } = await measured(around(300, [0]), dataOf(real, modes));
    expect(rows).toEqual([[null, null, null, null, expect.closeTo(0.3539831390891406, 10)]]);
  });

  it("names how many points are not finite", async () => {
    const points = around(1200, everyMode);
    points[0] = Number.NaN;
    points[1] = Number.NaN;
    points[9] = Number.NEGATIVE_INFINITY;
    await expect(measured(points, dataOf(real, ring))).rejects.toMatchObject({
      message: "points: 2 of 1,200 are not finite",
      port: "points",
      cure: expect.stringContaining("lower its learning rate"),
    });
  });

  it("refuses pictures, and no points at all", async () => {
    const pictures: Dataset = { type: "dataset", tensor: tensor([2, 3, 1, 1], new Float32Array(6)) };
    await expect(measured(real, pictures)).rejects.toMatchObject({
      message: "data: expected points [n, 2], got [2, 3, 1, 1]",
      port: "data",
    });
    await expect(measured(new Float32Array(), dataOf(real))).rejects.toMatchObject({
      message: "points: there are none",
    });
  });
});
