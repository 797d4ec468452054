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
  const near = hand && {
    x: hand[0] * width,
    y: hand[1] * height,
    radius: width / grid.columns,
    erases: false,
  };
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

/** px of the arms of the cross, and between them and the cell. */
const [arm, gap] = [7, 3];

interface MarkProps extends Pick<Props, "grid" | "width" | "height"> {
  readonly place: Place;
}

/** The cell, and a cross round it whose arms point at the very place. */
function PlaceMark({ place, grid, width, height }: MarkProps) {
  const { row, column } = cellAt(place, grid);
  const [across, down] = [width / grid.columns, height / grid.rows];
  const [left, top] = [column * across, row * down];
  const [x, y] = [place[0] * width, place[1] * height];
  const upright = `M${x} ${top - gap}v${-arm}M${x} ${top + down + gap}v${arm}`;
  const level = `M${left - gap} ${y}h${-arm}M${left + across + gap} ${y}h${arm}`;
  const mark = `M${left} ${top}h${across}v${down}h${-across}Z${upright}${level}`;
  return (
    <>
      <path className="mark-ground" d={mark} />
      <path className="mark-line" d={mark} />
    </>
  );
}
