import { expect, test } from "vitest";
import type { Plane } from "../../../engine/plane.ts";
import { darkPlane, lightPlane, paperPlane } from "../../../nodes/plane/planeInks.ts";
import { planeSvg } from "../../../nodes/plane/planeSvg.ts";
import { planeTable } from "../../../nodes/plane/planeTable.ts";
import { ticksOf } from "../../../nodes/plane/ticks.ts";

const plane: Plane = {
  square: { x: 0, y: 0, half: 2 },
  points: Float32Array.from([0, 0, 1.1, -1, Number.NaN, 0]),
  real: Float32Array.from([1, 1]),
  modes: [
    { x: 1, y: 1, radius: 0.2, covered: true },
    { x: -1, y: 1, radius: 0.2, covered: false },
  ],
  field: { size: 2, levels: Uint8ClampedArray.from([0, 255, 0, 255]) },
  grid: [Float32Array.from([-2, -2, 2, 2])],
};

test("draws each point, the modes as rings, the missed one dashed, field and grid, and says what is what", () => {
  const svg = planeSvg(plane, paperPlane);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
  expect(svg.match(/<circle [^>]*r="2"\/>/g)).toHaveLength(2);
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(svg).toContain("data:image/png;base64,");
  expect(svg).toContain("1 of 2 modes, missed dashed");
  expect(svg).not.toMatch(/NaN|undefined/);
  expect(planeSvg(plane, paperPlane)).toBe(svg);
});

test("the middle of the square is in the middle, y points up", () => {
  const svg = planeSvg({ ...plane, points: Float32Array.from([0, 2]), real: null, modes: [] }, paperPlane);
  expect(svg).toContain('<circle cx="328" cy="32" r="2"/>');
});

test("the points are a table of as many digits as they have", () => {
  expect(planeTable(plane).rows.slice(0, 2)).toEqual([
    [0, 0],
    [1.1, -1],
  ]);
});

test("ticks are round, and said with the same digits", () => {
  expect(ticksOf(-1.8, 1.8).map(({ said }) => said)).toEqual(["−1", "0", "1"]);
  expect(ticksOf(0, 0.1).map(({ said }) => said)).toEqual(["0.00", "0.02", "0.04", "0.06", "0.08", "0.10"]);
  expect(ticksOf(1, 1)).toEqual([]);
  expect(ticksOf(Number.NaN, 1)).toEqual([]);
});

test("dark and light have all inks, as six digits", () => {
  for (const inks of [darkPlane, lightPlane])
    for (const ink of Object.values(inks)) expect(ink).toMatch(/^#[0-9a-f]{6}$/);
});
