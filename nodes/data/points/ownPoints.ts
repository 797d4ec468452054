import { fitPoints } from "../../../engine/gan/fitPoints.ts";
import { readPoints } from "../../../engine/gan/readPoints.ts";
import type { PlanePoint } from "../../../engine/handPoints.ts";
import { Fault } from "../../../engine/node.ts";

interface Own {
  readonly shape: string;
  readonly drawn: readonly PlanePoint[];
  readonly csv: string;
  readonly fit: boolean;
}

/** What was drawn, or stands in the text, [n, 2]. Throws Fault below two points. */
export function ownPoints({ shape, drawn, csv, fit }: Own): Float32Array {
  const written = shape === "drawn" ? drawn.flat() : readPoints(csv);
  const count = written.length / 2;
  if (count < 2)
    throw new Fault(`a dataset needs at least 2 points, got ${count}`, {
      port: shape === "drawn" ? "drawn" : "csv",
      cure:
        shape === "drawn" ? "Click or drag in the plane to set points." : "Add rows, each with an x and a y.",
    });
  return shape === "csv" && fit ? fitPoints(written) : Float32Array.from(written);
}
