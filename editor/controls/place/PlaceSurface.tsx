import type { ReactNode } from "react";
import { cellAt, type Grid, type Place } from "../../../engine/place.ts";
import { words } from "../../words.ts";
import { GridMark } from "../brush/BrushMarks.tsx";
import type { Control } from "../useControl.ts";
import { usePointing } from "./usePointing.ts";

interface Props extends Control<Place> {
  /** The cells of the layer that is looked into. */
  readonly grid: Grid;
  /** Pixels that the picture takes. */
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** A picture to point at: the mark where the place is, the layer's cell around it. */
export function PlaceSurface({ label, value, set, settle, grid, width, height, children }: Props) {
  const { hand, on } = usePointing({ value, set, settle }, grid);
  const { row, column } = cellAt(value, grid);
  const near = hand && { x: hand[0] * width, y: hand[1] * height, radius: 0, erases: false };
  return (
    <div
      className="place-surface"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={words.place.hint}
      aria-valuemin={0}
      aria-valuemax={grid.rows * grid.columns - 1}
      aria-valuenow={row * grid.columns + column}
      aria-valuetext={words.place.cellOf(column, row, grid.columns, grid.rows)}
      {...on}
    >
      {children}
      <svg className="brush-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {near && <GridMark place={near} grid={grid} width={width} height={height} />}
        <PlaceMark place={value} grid={grid} width={width} height={height} />
      </svg>
    </div>
  );
}

/** px from the point at which the arms of the cross begin and end. */
const [inner, outer] = [3, 9];
const arms = `M${-outer} 0H${-inner}M${inner} 0H${outer}M0 ${-outer}V${-inner}M0 ${inner}V${outer}`;

function PlaceMark({
  place,
  grid,
  width,
  height,
}: Pick<Props, "grid" | "width" | "height"> & { place: Place }) {
  const { row, column } = cellAt(place, grid);
  const [across, down] = [width / grid.columns, height / grid.rows];
  const cell = { x: column * across, y: row * down, width: across, height: down };
  return (
    <>
      <rect className="cell-ground" {...cell} />
      <rect className="cell-line" {...cell} />
      <g transform={`translate(${place[0] * width} ${place[1] * height})`}>
        <path className="cross-ground" d={arms} />
        <path className="cross-line" d={arms} />
      </g>
    </>
  );
}
