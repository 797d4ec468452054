import { fitPoints } from "../../../engine/gan/fitPoints.ts";
import { readPoints } from "../../../engine/gan/readPoints.ts";
import { Fault } from "../../../engine/node.ts";
import type { PlanePoint } from "../../../engine/plane.ts";
import { recent } from "../../../engine/recent.ts";

interface Own {
  readonly shape: string;
  readonly drawn: readonly PlanePoint[];
  readonly csv: string;
  readonly fit: boolean;
}

const asWritten = recent(4, (csv) => Float32Array.from(readPoints(csv)));
const fitted = recent(4, (csv) => fitPoints(readPoints(csv)));

/** What was drawn, or stands in the text, [n, 2]; null for shapes that points are made for. Throws Fault below two points. */
export function ownPoints({ shape, drawn, csv, fit }: Own): Float32Array | null {
  if (shape !== "drawn" && shape !== "csv") return null;
  const points = shape === "drawn" ? Float32Array.from(drawn.flat()) : (fit ? fitted : asWritten)(csv);
  const count = points.length / 2;
  if (count >= 2) return points;
  throw new Fault(`a dataset needs at least 2 points, got ${count}`, {
    port: shape,
    cure:
      shape === "drawn" ? "Click or drag in the plane to set points." : "Add rows, each with an x and a y.",
  });
}
