import { describe, expect, test } from "vitest";
import type { Context, ParamValues, Values } from "../../../engine/node.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Dataset, Points } from "../../../engine/values.ts";
import { viewPoints } from "../../../nodes/view/viewPoints.ts";
import { noModels } from "../../engine/toys.ts";
import { grid, imagesEvolution, pointsEvolution, scattered } from "../evolution/evolutionFixture.ts";
import { wasmContext } from "../workbench.ts";

const points: Points = { type: "points", tensor: scattered(grid, 200, 2, 24) };
const data: Dataset = { type: "dataset", tensor: scattered(grid, 100), modes: grid };
const defaults = Object.fromEntries(
  Object.entries(viewPoints.params).map(([name, spec]) => [name, spec.default]),
);

async function plane(inputs: Values, params: ParamValues = {}) {
  const context = { ...(await wasmContext(noModels)), range: { from: 0, to: 1 } } as Context;
  const view = await viewPoints.show?.(inputs, { ...defaults, ...params }, context);
  if (view?.kind !== "points") throw new Error("expected points");
  return view.plane;
}

test("draws the points alone, in a square that fits them", async () => {
  const shown = await plane({ points });
  expect(shown.points).toHaveLength(400);
  expect(shown).toMatchObject({ real: null, modes: [], field: null, grid: [] });
  expect(shown.square.half).toBeGreaterThan(1.4);
});

test("draws the real ones and the modes of the data, and says which are missed", async () => {
  const shown = await plane({ points, data });
  expect(shown.real).toHaveLength(200);
  expect(shown.modes.map(({ covered }) => covered).lastIndexOf(false)).toBe(24);
  expect(shown.modes.filter(({ covered }) => covered)).toHaveLength(24);
  expect(shown.square).toEqual({ x: 0, y: 0, half: expect.closeTo(1.3 * Math.SQRT2, 5) });
});

test("draws D's field and the generator's grid of a run", async () => {
  const shown = await plane({ points, data, evolution: pointsEvolution() });
  expect(shown.field).toMatchObject({ size: 96 });
  expect(shown.grid).toHaveLength(26);
});

test("leaves out what is switched off, and shows the extent that is asked for", async () => {
  const off = { real: false, modes: false, field: false, grid: false, extent: 3 };
  const shown = await plane({ points, data, evolution: pointsEvolution() }, off);
  expect(shown).toMatchObject({ real: null, modes: [], field: null, grid: [] });
  expect(shown.square).toEqual({ x: 0, y: 0, half: 3 });
});

describe("refuses", () => {
  const pictures: Dataset = { type: "dataset", tensor: tensor([1, 3, 1, 1], new Float32Array(3)) };
  test.each<[string, Values, string]>([
    ["a set of pictures", { points, data: pictures }, "data is [1, 3, 1, 1], a plane takes [n, 2]"],
    ["a run over pictures", { points, evolution: imagesEvolution() }, "this run makes pictures, no points"],
    [
      "no points",
      { points: { type: "points", tensor: tensor([0, 2], new Float32Array()) } },
      "points has no points",
    ],
  ])("%s", async (_, inputs, reason) => {
    await expect(plane(inputs)).rejects.toThrow(reason);
  });
});
