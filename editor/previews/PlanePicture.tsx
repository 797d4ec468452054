import { useMemo, useRef } from "react";
import type { Plane } from "../../engine/plane.ts";
import { darkPlane, lightPlane } from "../../nodes/plane/planeInks.ts";
import { draw } from "../drawing/draw.ts";
import type { PlaneLook } from "../drawing/drawPlane.ts";
import { useDrawn } from "../drawing/useDrawn.ts";
import { useDark } from "../useDark.ts";
import { words } from "../words.ts";

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
  const wish = useMemo(() => ({ plane, look: { inks, side, density, quiet } }), [plane, inks, side, quiet]);
  useDrawn(wish, drawn, {
    take: (pixels) => show(canvas.current, pixels),
    fail: (error) => console.error(error),
    drop: (pixels) => pixels.close(),
  });
  const covered = plane.modes.filter((mode) => mode.covered).length;
  return (
    <canvas
      ref={canvas}
      className="plane-picture"
      {...(named
        ? { role: "img", "aria-label": words.planeOf(pointsOf(plane), covered, plane.modes.length) }
        : { "aria-hidden": true })}
      style={{ width: side, height: side }}
    />
  );
}

const drawn = ({ plane, look }: { plane: Plane; look: PlaneLook }) =>
  draw((draughtsman) => draughtsman.plane(plane, look));

function show(canvas: HTMLCanvasElement | null, pixels: ImageBitmap): void {
  if (canvas) {
    canvas.width = pixels.width;
    canvas.height = pixels.height;
    canvas.getContext("2d")?.drawImage(pixels, 0, 0);
  }
  pixels.close();
}

/** The generated, or of data alone the real ones. */
const pointsOf = ({ points, real }: Plane): number =>
  (points.length > 0 ? points : (real ?? points)).length / 2;
