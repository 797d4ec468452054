import type { Plane, Ring } from "../../engine/plane.ts";
import { fieldPixels, type PlaneInks } from "../../nodes/plane/planeInks.ts";

/** A ring is at least so many px wide, so that a narrow mode is still seen. */
const leastRing = 3;

export interface PlaneLook {
  readonly inks: PlaneInks;
  /** px across, and pixels of the screen to a px. */
  readonly side: number;
  readonly density: number;
  /** Points in the quiet grey: what is not chosen. */
  readonly quiet: boolean;
}

/** Draws a plane over the whole of a square canvas. */
export function drawPlane(canvas: OffscreenCanvas, plane: Plane, look: PlaneLook): void {
  const { inks, side, density, quiet } = look;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = inks.ground;
  context.fillRect(0, 0, side, side);
  drawField(context, plane, inks, side);
  const { x, y, half } = plane.square;
  const pen = {
    context,
    px: (at: number) => (side * (at - x + half)) / (2 * half),
    py: (at: number) => (side * (y + half - at)) / (2 * half),
    per: side / (2 * half),
  };
  drawGrid(pen, plane, inks);
  const radius = Math.min(2.2, Math.max(0.8, side / 240));
  const alone = plane.points.length === 0;
  drawDots(pen, plane.real, alone ? radius : 0.6 * radius, alone ? inks.ring : inks.real, alone ? 0.9 : 0.7);
  if (side >= 96) for (const mode of plane.modes) drawRing(pen, mode, inks);
  drawDots(pen, plane.points, radius, quiet ? inks.ring : inks.point, quiet ? 0.85 : 0.95);
}

interface Pen {
  readonly context: OffscreenCanvasRenderingContext2D;
  px(x: number): number;
  py(y: number): number;
  /** px to a unit of the plane. */
  readonly per: number;
}

/** D is smooth: between the places where it was asked it runs straight. */
function drawField(
  context: OffscreenCanvasRenderingContext2D,
  { field }: Plane,
  inks: PlaneInks,
  side: number,
): void {
  if (!field) return;
  const { size, levels } = field;
  const asked = new OffscreenCanvas(size, size);
  const pixels = fieldPixels(levels, inks, 4);
  asked.getContext("2d")?.putImageData(new ImageData(pixels, size, size), 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(asked, 0, 0, side, side);
}

function drawGrid({ context, px, py }: Pen, { grid }: Plane, inks: PlaneInks): void {
  if (grid.length === 0) return;
  context.strokeStyle = inks.grid;
  context.globalAlpha = 0.35;
  context.lineWidth = 0.75;
  context.beginPath();
  for (const pairs of grid)
    for (let i = 0; i < pairs.length; i += 2) {
      const [x, y] = [px(pairs[i] as number), py(pairs[i + 1] as number)];
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  context.stroke();
  context.globalAlpha = 1;
}

function drawDots(
  { context, px, py }: Pen,
  pairs: Plane["real"],
  radius: number,
  ink: string,
  alpha: number,
) {
  if (!pairs) return;
  context.fillStyle = ink;
  context.globalAlpha = alpha;
  for (let i = 0; i < pairs.length; i += 2) {
    context.beginPath();
    context.arc(px(pairs[i] as number), py(pairs[i + 1] as number), radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Dashed and brighter where the mode is missed. */
function drawRing({ context, px, py, per }: Pen, { x, y, radius, covered }: Ring, inks: PlaneInks): void {
  context.strokeStyle = covered ? inks.ring : inks.missed;
  context.lineWidth = covered ? 0.9 : 1.25;
  context.setLineDash(covered ? [] : [3, 2.5]);
  context.beginPath();
  context.arc(px(x), py(y), Math.max(leastRing, radius * per), 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}
