import { describe, expect, it } from "vitest";
import { drawPoints, pointSets } from "../../../engine/gan/pointSets.ts";
import type { Dataset } from "../../../engine/values.ts";
import { pointDataset } from "../../../nodes/data/pointDataset.ts";
import { libraryOf, numbersOf, runNode } from "../workbench.ts";

const run = (params: Readonly<Record<string, unknown>>) => runNode(pointDataset, libraryOf(), {}, params);

const points = async (params: Readonly<Record<string, unknown>>) => numbersOf((await run(params)).points);

describe("pointDataset", () => {
  it("offers its shapes in this order, the ring first", () => {
    expect(pointDataset.params.shape?.options).toEqual([
      "ring",
      "grid",
      "moons",
      "swissRoll",
      "lines",
      "drawn",
      "csv",
    ]);
  });

  it.each([
    [{}, pointSets.ring(8)],
    [{ modes: 3 }, pointSets.ring(3)],
    [{ shape: "grid" }, pointSets.grid(5)],
    [{ shape: "grid", side: 3, modes: 4 }, pointSets.grid(3)],
    [{ shape: "moons" }, pointSets.moons],
    [{ shape: "swissRoll" }, pointSets.swissRoll],
    [{ shape: "lines", modes: 2 }, pointSets.lines(2)],
  ])("draws %j by seed", async (params, set) => {
    const made = await run({ ...params, count: 40, seed: 9 });
    const drawn = await numbersOf(made.points);
    expect(drawn.shape).toEqual([40, 2]);
    expect(drawn.data).toEqual(drawPoints(set, 1, 9, { from: 0, to: 40 }));
    expect((made.data as Dataset).tensor).toBe(drawn);
    expect((made.data as Dataset).modes).toEqual(set.modes);
  });

  it("gives what was drawn, whatever the count", async () => {
    const drawn = [
      [0.5, -1.25],
      [2, -2],
      [0, 0],
    ];
    const made = await run({ shape: "drawn", drawn, count: 512 });
    expect(await numbersOf(made.points)).toMatchObject({
      shape: [3, 2],
      data: Float32Array.of(0.5, -1.25, 2, -2, 0, 0),
    });
    expect((made.data as Dataset).modes).toBeNull();
  });

  it("gives what stands in the CSV, fitted into the plane unless told not to", async () => {
    const csv = "x,y\n10,100\n20,105\n30,110\n";
    expect([...(await points({ shape: "csv", csv })).data]).toEqual([-1.5, -0.75, 0, 0, 1.5, 0.75]);
    expect([...(await points({ shape: "csv", csv, fit: false })).data]).toEqual([10, 100, 20, 105, 30, 110]);
  });

  it.each([
    [{ shape: "drawn" }, "a dataset needs at least 2 points, got 0", "drawn"],
    [{ shape: "drawn", drawn: [[0, 0]] }, "a dataset needs at least 2 points, got 1", "drawn"],
    [{ shape: "csv" }, "csv is empty", "csv"],
    [{ shape: "csv", csv: "x,y\n1,2" }, "a dataset needs at least 2 points, got 1", "csv"],
    [{ shape: "csv", csv: "1,2\n3,abc" }, 'csv row 2, column 2: expected a number, got "abc"', "csv"],
  ])("refuses %j with a reason and a cure", async (params, message, port) => {
    await expect(run(params)).rejects.toMatchObject({ message, port, cure: expect.stringMatching(/\.$/) });
  });
});
