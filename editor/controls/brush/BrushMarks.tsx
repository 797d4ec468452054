import { useId, useMemo } from "react";
import { outline } from "./outline.ts";
import type { Grid } from "./useGrid.ts";

/** Where the brush is and how wide, in pixels of the surface. */
export interface BrushPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly erases: boolean;
  /** Gives back what was there. */
  readonly givesBack?: boolean;
}

interface RegionProps {
  /** Levels of cells, row by row. */
  readonly cells: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** The edge of the painted region: white dashes on dark, to be seen on any picture. */
export function RegionMark({ cells, rows, columns, width, height }: RegionProps) {
  const path = useMemo(() => {
    const [across, down] = [width / columns, height / rows];
    return outline(cells, rows, columns)
      .map((loop) => `M${loop.map(([column, row]) => `${column * across} ${row * down}`).join("L")}Z`)
      .join("");
  }, [cells, rows, columns, width, height]);
  return (
    <>
      <path className="region-ground" d={path} />
      <path className="region-dashes" d={path} />
    </>
  );
}

interface BrushProps {
  readonly place: BrushPlace;
  readonly grid: Grid | null;
  /** Levels of the cells that the brush takes where it is; null where there is no grid. */
  readonly taken: ArrayLike<number> | null;
  readonly width: number;
  readonly height: number;
}

/** The brush: the layer's grid around it, the cells it takes filled, a ring with what it does inside. */
export function BrushMark({ place, grid, taken, width, height }: BrushProps) {
  return (
    <>
      {grid && <GridMark place={place} grid={grid} width={width} height={height} />}
      {grid && taken && <TakenCells taken={taken} grid={grid} width={width} height={height} />}
      <Ring {...place} />
    </>
  );
}

/** Lines of the grid, fading out two cells beyond the brush. */
export function GridMark({
  place: { x, y, radius },
  grid,
  width,
  height,
}: Omit<BrushProps, "taken" | "grid"> & { grid: Grid }) {
  const id = useId();
  const [across, down] = [width / grid.columns, height / grid.rows];
  const path = useMemo(() => {
    const columns = Array.from(
      { length: grid.columns - 1 },
      (_, index) => `M${(index + 1) * across} 0V${height}`,
    );
    const rows = Array.from({ length: grid.rows - 1 }, (_, index) => `M0 ${(index + 1) * down}H${width}`);
    return [...columns, ...rows].join("");
  }, [grid, across, down, width, height]);
  const fade = radius + 2.5 * Math.max(across, down);
  return (
    <>
      <radialGradient id={`${id}-fade`} gradientUnits="userSpaceOnUse" cx={x} cy={y} r={fade}>
        <stop offset={radius / fade} stopColor="white" />
        <stop offset="1" stopColor="white" stopOpacity="0" />
      </radialGradient>
      <mask id={`${id}-mask`} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        <rect width={width} height={height} fill={`url(#${id}-fade)`} />
      </mask>
      <g mask={`url(#${id}-mask)`}>
        <path className="grid-ground" d={path} />
        <path className="grid-lines" d={path} />
      </g>
    </>
  );
}

function TakenCells({
  taken,
  grid,
  width,
  height,
}: {
  taken: ArrayLike<number>;
  grid: Grid;
  width: number;
  height: number;
}) {
  const [across, down] = [width / grid.columns, height / grid.rows];
  const path = Array.from(taken, (level, index) => {
    if (level === 0) return "";
    const [column, row] = [index % grid.columns, Math.floor(index / grid.columns)];
    return `M${column * across} ${row * down}h${across}v${down}h${-across}Z`;
  }).join("");
  return <path className="taken-cells" d={path} />;
}

/** Narrower rings have their sign beside them. */
const roomy = 12;

/** An arrow that turns back. */
const turn = "m-2.6 -0.6a2.8 2.8 0 1 1 0.6 2.5M-2.9 -3v2.5h2.5";

function Ring({ x, y, radius, erases, givesBack = false }: BrushPlace) {
  const beside = radius < roomy ? radius + 8 : 0;
  const [cx, cy] = [x + beside, y + beside];
  return (
    <>
      <circle className="ring-halo" cx={x} cy={y} r={radius} />
      <circle className="ring" cx={x} cy={y} r={radius} />
      <circle className="ring-sign" cx={cx} cy={cy} r={6.5} />
      <g transform={`translate(${cx} ${cy})`}>
        <path className="ring-stroke" d={givesBack ? turn : erases ? "M-3 0h6" : "M-3 0h6M0 -3v6"} />
      </g>
    </>
  );
}
