import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  added,
  erased,
  fromShares,
  planePoint,
  sprayed,
  withoutNearest,
} from "../../editor/controls/points/pen.ts";
import { mostPlanePoints, type PlanePoint, planeFlaw } from "../../engine/handPoints.ts";

const middle = () => 0;
const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const place = fc.tuple(coordinate, coordinate);
const random = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));

describe("places in a plane", () => {
  test("lie to the right and up, 0 in the middle", () => {
    expect(fromShares(0.5, 0.5)).toEqual([0, 0]);
    expect(fromShares(0, 0)).toEqual([-2, 2]);
    expect(fromShares(1, 0.75)).toEqual([2, -1]);
  });

  test("keep to the plane, to a thousandth", () => {
    expect(planePoint(0.12349, -7)).toEqual([0.123, -2]);
    expect(Object.is(planePoint(-0.0001, 0)[0], 0)).toBe(true);
  });
});

describe("the spray", () => {
  test("leaves a point every 0.06 of its way, and goes on from where it left the last", () => {
    const first = sprayed([], [0, 0], [[0.1, 0]], 0, middle);
    expect(first.points).toEqual([[0.06, 0]]);
    const second = sprayed(first.points, first.last, [[0.13, 0]], 0, middle);
    expect(second.points).toEqual([
      [0.06, 0],
      [0.12, 0],
    ]);
  });

  test("leaves nothing where it hardly moves", () => {
    const points: PlanePoint[] = [[1, 1]];
    expect(sprayed(points, [0, 0], [[0.03, 0.03]], 1, middle).points).toBe(points);
  });

  test("gives points that a document takes, within its width of the way", () => {
    fc.assert(
      fc.property(
        place,
        place,
        fc.double({ min: 0, max: 1, noNaN: true }),
        random,
        (from, to, width, numbers) => {
          const next = () => numbers.next().value as number;
          const { points } = sprayed([], from, [to], width, next);
          expect(planeFlaw(points)).toBeNull();
          expect(points.length).toBeLessThanOrEqual(Math.hypot(to[0] - from[0], to[1] - from[1]) / 0.06 + 1);
          for (const [x] of points) {
            expect(x).toBeGreaterThanOrEqual(Math.min(from[0], to[0]) - width / 2 - 0.001);
            expect(x).toBeLessThanOrEqual(Math.max(from[0], to[0]) + width / 2 + 0.001);
          }
        },
      ),
    );
  });

  test("stops where no more points fit", () => {
    const full = Array.from({ length: mostPlanePoints }, () => [0, 0] as const);
    expect(added(full, [[1, 1]])).toHaveLength(mostPlanePoints);
    expect(sprayed(full, [0, 0], [[2, 2]], 0, middle).points).toHaveLength(mostPlanePoints);
  });
});

describe("the eraser", () => {
  const points: PlanePoint[] = [
    [0, 0],
    [0.5, 0],
    [1, 1],
  ];

  test("takes what is near its way", () => {
    expect(
      erased(
        points,
        [
          [0.05, 0],
          [0.45, 0.02],
        ],
        0.1,
      ),
    ).toEqual([[1, 1]]);
  });

  test("leaves the list as it is where nothing is near", () => {
    expect(erased(points, [[-1, -1]], 0.1)).toBe(points);
  });

  test("by key takes the nearest, however far", () => {
    expect(withoutNearest(points, [2, 2])).toEqual([
      [0, 0],
      [0.5, 0],
    ]);
    expect(withoutNearest([], [0, 0])).toEqual([]);
  });
});
