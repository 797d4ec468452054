import { useLayoutEffect, useRef } from "react";
import type { Plane } from "../../engine/plane.ts";
import { darkPlane, lightPlane } from "../../nodes/plane/planeInks.ts";
import { useDark } from "../useDark.ts";
import { words } from "../words.ts";
import { drawPlane } from "./drawPlane.ts";

interface Props {
  readonly plane: Plane;
  /** px across and down. */
  readonly side: number;
  /** In the quiet grey: what is not chosen. */
  readonly quiet?: boolean;
  /** What it is where it stands for nothing but itself; else it is an ornament of what names it. */
  readonly named?: boolean;
}

/** The canvas may be zoomed: it has at least two pixels a px. */
const density = Math.max(2, globalThis.devicePixelRatio ?? 1);

/** Points on the plane, edge to edge. */
export function PlanePicture({ plane, side, quiet = false, named = true }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const inks = useDark() ? darkPlane : lightPlane;
  useLayoutEffect(() => {
    if (canvas.current) drawPlane(canvas.current, plane, { inks, side, density, quiet });
  }, [plane, inks, side, quiet]);
  const pixels = Math.max(1, Math.round(side * density));
  const covered = plane.modes.filter((mode) => mode.covered).length;
  return (
    <canvas
      ref={canvas}
      className="plane-picture"
      {...(named
        ? { role: "img", "aria-label": words.planeOf(pointsOf(plane), covered, plane.modes.length) }
        : { "aria-hidden": true })}
      width={pixels}
      height={pixels}
      style={{ width: side, height: side }}
    />
  );
}

/** The generated, or of data alone the real ones. */
const pointsOf = ({ points, real }: Plane): number =>
  (points.length > 0 ? points : (real ?? points)).length / 2;
