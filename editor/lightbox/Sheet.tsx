import type { Grid } from "../../engine/place.ts";
import type { Raster } from "../../engine/raster.ts";
import { Plane } from "../previews/Plane.tsx";
import type { View } from "./useView.ts";

export type Pixel = readonly [x: number, y: number];

interface Props {
  readonly raster: Raster;
  readonly view: View;
  /** A second picture over the first, from a share of its width on. */
  readonly against: Raster | null;
  readonly edge: number;
  readonly grid: Grid | null;
  readonly pixel: Pixel | null;
}

/** Pixels so large that a ring shows which one is meant. */
const ringed = 6;

/** The picture at its scale; over it a second one, the grid and a ring round the pixel under the pointer. */
export function Sheet({ raster, view: { scale, x, y }, against, edge, grid, pixel }: Props) {
  const [width, height] = [raster.width * scale, raster.height * scale];
  return (
    <div className="sheet-of-light" style={{ width, height, transform: `translate(${x}px, ${y}px)` }}>
      <Plane pixels={raster.pixels} width={raster.width} height={raster.height} />
      {against && (
        <div className="against" style={{ clipPath: `inset(0 0 0 ${edge * 100}%)` }}>
          <Plane pixels={against.pixels} width={against.width} height={against.height} />
        </div>
      )}
      {(grid || (pixel && scale >= ringed)) && (
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
          {grid && <path className="grid-lines" d={linesOf(grid, width, height)} />}
          {pixel && scale >= ringed && <Ring pixel={pixel} scale={scale} />}
        </svg>
      )}
    </div>
  );
}

function Ring({ pixel: [x, y], scale }: { pixel: Pixel; scale: number }) {
  const place = { x: x * scale, y: y * scale, width: scale, height: scale };
  return (
    <>
      <rect className="halo" {...place} />
      <rect className="ring" {...place} />
    </>
  );
}

function linesOf({ rows, columns }: Grid, width: number, height: number): string {
  const across = Array.from({ length: rows - 1 }, (_, row) => `M0 ${((row + 1) * height) / rows}H${width}`);
  const down = Array.from({ length: columns - 1 }, (_, at) => `M${((at + 1) * width) / columns} 0V${height}`);
  return [...across, ...down].join("");
}
