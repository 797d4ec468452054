import type { Plane } from "../../engine/plane.ts";
import type { Table } from "../../engine/values.ts";

/** The points of a plane as rows x, y: the generated, or of data alone the real ones. */
export function planeTable({ points: made, real }: Pick<Plane, "points" | "real">): Table {
  const points = made.length > 0 ? made : (real ?? made);
  const rows = Array.from({ length: points.length / 2 }, (_, i) => [
    short(points[2 * i] as number),
    short(points[2 * i + 1] as number),
  ]);
  return { type: "table", columns: ["x", "y"], rows };
}

/** The digits that a float32 has. */
const short = (value: number): number => Number(value.toPrecision(7));
