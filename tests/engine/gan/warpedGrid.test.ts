import { expect, it } from "vitest";
import { latentGrid, warpedGrid } from "../../../engine/gan/warpedGrid.ts";
import { imagesEvolution, pointsEvolution } from "../../nodes/evolution/evolutionFixture.ts";
import { wasm } from "../../nodes/workbench.ts";

it("runs from edge to edge of latent space, in both directions", () => {
  const lines = latentGrid(2);
  expect(lines).toHaveLength(26);
  expect([...(lines[0] ?? [])].slice(0, 2)).toEqual([-2, -2]);
  expect([...(lines[0] ?? [])].slice(-2)).toEqual([2, -2]);
  expect([...(lines[25] ?? [])].slice(-2)).toEqual([2, 2]);
});

it("is carried through the generator", async () => {
  const warped = await warpedGrid(pointsEvolution(), await wasm());
  const corner = warped[0] ?? [];
  expect(warped).toHaveLength(26);
  expect(corner[0]).toBeCloseTo(-1.4544, 3);
  expect(corner[1]).toBeCloseTo(-1.4544, 3);
});

it("is none where the latent is not of two numbers, or pictures are made", async () => {
  const runtime = await wasm();
  const latent = { size: 3, distribution: "uniform" } as const;
  expect(await warpedGrid(pointsEvolution({ latent }), runtime)).toEqual([]);
  expect(await warpedGrid(imagesEvolution(), runtime)).toEqual([]);
});
