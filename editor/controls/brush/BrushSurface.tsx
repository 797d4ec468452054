import { type ReactNode, useMemo } from "react";
import { useStore } from "zustand";
import { paintStrokes } from "../../../engine/gan/paintStrokes.ts";
import { adaptiveMaxPool } from "../../../engine/gan/region.ts";
import type { Preview } from "../../../engine/preview.ts";
import type { Stroke } from "../../../engine/strokes.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import type { Control } from "../useControl.ts";
import { BrushMark, RegionMark } from "./BrushMarks.tsx";
import { brush } from "./brush.ts";
import { type Grid, useGrid } from "./useGrid.ts";
import { type Hand, useHand } from "./useHand.ts";

interface Props extends Control<readonly Stroke[]> {
  readonly node: string;
  /** What is painted on: the mask has a pixel for each of its pixels. */
  readonly preview: Preview & { readonly kind: "pixels" };
  /** Pixels of the canvas that the picture takes across. */
  readonly width: number;
  readonly children: ReactNode;
}

/** A picture to paint on, and a line under it that says what is painted, or where the brush is. */
export function BrushSurface({ value, set, settle, node, preview, width, children }: Props) {
  const height = (width * preview.height) / preview.width;
  const grid = useGrid(node);
  const { rows, columns } = grid ?? { rows: preview.height, columns: preview.width };
  const cells = useCells(value, preview, rows, columns);
  const { hand, on } = useHand({ value, set, settle }, grid);
  const said = painted(cells, grid);
  return (
    <>
      <div
        className="brush-surface"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the brush is moved by keys, too
        tabIndex={0}
        aria-label={words.brush.surface(said)}
        {...on}
      >
        {children}
        <svg className="brush-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden>
          <RegionMark {...{ cells, rows, columns, width, height }} />
          {hand && <BrushIn {...{ hand, grid, preview, width, height }} />}
        </svg>
      </div>
      <p className="brush-line">
        <span>
          {value.length === 0
            ? words.brush.hint
            : words.brush.strokes(count(value.length), value.length === 1)}
        </span>
        <span>{hand && grid ? cellUnder(hand, grid) : value.length > 0 && said}</span>
      </p>
    </>
  );
}

/** The mask that the strokes leave, brought to cells as a layer will see it. */
function useCells(
  strokes: readonly Stroke[],
  { height, width }: { readonly height: number; readonly width: number },
  rows: number,
  columns: number,
): ArrayLike<number> {
  return useMemo(
    () => adaptiveMaxPool(paintStrokes(strokes, height, width), rows, columns).data,
    [strokes, height, width, rows, columns],
  );
}

interface BrushInProps extends Pick<Props, "preview" | "width"> {
  readonly hand: Hand;
  readonly grid: Grid | null;
  readonly height: number;
}

/** The brush in the hand, where the hand is. */
function BrushIn({ hand: { x, y, erases }, grid, preview, width, height }: BrushInProps) {
  const size = useStore(brush, (state) => state.size);
  const dab = useMemo((): Stroke[] => [{ mode: "paint", size, points: [[x, y]] }], [size, x, y]);
  const { rows, columns } = grid ?? { rows: 1, columns: 1 };
  const taken = useCells(dab, preview, rows, columns);
  const place = { x: x * width, y: y * height, radius: (size * Math.min(width, height)) / 2, erases };
  return <BrushMark place={place} grid={grid} taken={grid && taken} width={width} height={height} />;
}

function painted(cells: ArrayLike<number>, grid: Grid | null): string {
  let taken = 0;
  for (let at = 0; at < cells.length; at++) if ((cells[at] as number) > 0) taken++;
  if (grid) return words.brush.cellsTaken(count(taken), count(cells.length));
  return words.brush.painted(count((100 * taken) / cells.length));
}

/** The cell under the middle of the brush, counted from 0 as units are. */
function cellUnder({ x, y }: Hand, { rows, columns }: Grid): string {
  const under = (share: number, cells: number) => Math.min(cells - 1, Math.max(0, Math.floor(share * cells)));
  return words.brush.cell(under(x, columns), under(y, rows), columns, rows);
}
