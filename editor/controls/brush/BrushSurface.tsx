import { type ReactNode, useMemo } from "react";
import { useStore } from "zustand";
import { paintStrokes } from "../../../engine/gan/paintStrokes.ts";
import { adaptiveMaxPool } from "../../../engine/gan/region.ts";
import { unitEdits } from "../../../engine/gan/unitEdits.ts";
import type { Preview } from "../../../engine/preview.ts";
import type { Stroke } from "../../../engine/strokes.ts";
import { app } from "../../app.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import type { Control } from "../useControl.ts";
import { BrushMark, RegionMark } from "./BrushMarks.tsx";
import { brush, touchOf } from "./brush.ts";
import { TrailStrip } from "./TrailStrip.tsx";
import { useBefore } from "./useBefore.ts";
import { useBrushes, wiredPorts } from "./useBrushes.ts";
import { type Grid, useGrid } from "./useGrid.ts";
import { type Hand, useHand } from "./useHand.ts";
import { useTrail } from "./useTrail.ts";

interface Props extends Control<readonly Stroke[]> {
  readonly node: string;
  readonly name: string;
  /** What is painted on: the mask has a pixel for each of its pixels. */
  readonly preview: Preview & { readonly kind: "pixels" };
  /** Pixels of the canvas that the picture takes across. */
  readonly width: number;
  readonly children: ReactNode;
}

/** A picture to paint on, and a line under it that says what is painted, or where the brush is. */
export function BrushSurface(props: Props) {
  const { spec, value, set, settle, reset, node, name, preview, width, children } = props;
  const height = (width * preview.height) / preview.width;
  const grid = useGrid(node);
  const brushes = useBrushes(node, spec);
  const wired = useMemo(() => brushes && wiredPorts(brushes), [brushes]);
  const { rows, columns } = grid ?? { rows: preview.height, columns: preview.width };
  const cells = useCells(value, wired, preview, rows, columns);
  const { hand, on } = useHand({ value, set, settle }, grid, (grip) =>
    before.held ? null : touchOf(brush.getState(), wired, grip),
  );
  const selected = useStore(app.selection, ({ nodes }) => nodes.has(node));
  const before = useBefore(node, name, brushes !== null && value.length > 0 && (hand !== null || selected));
  const trail = useTrail(node, name, spec, value, preview);
  const said = painted(cells, grid);
  const able = wired === null || wired.length > 0;
  // On a picture that shows what was painted, marks come with the hand alone.
  const marked = brushes === null || (hand !== null && !before.held);

  function go(strokes: readonly Stroke[]): void {
    settle();
    if (strokes.length === 0) reset();
    else set(strokes);
    settle();
  }

  return (
    <>
      <div
        className={`brush-surface ${able ? "" : "unable"}`}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the brush is moved by keys, too
        tabIndex={0}
        aria-label={brushes ? words.brush.picture(said) : words.brush.surface(said)}
        {...on}
      >
        {children}
        {marked && (
          <svg className="brush-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden>
            <RegionMark {...{ cells, rows, columns, width, height }} />
            {hand && <BrushIn {...{ hand, grid, preview, width, height }} several={brushes !== null} />}
          </svg>
        )}
      </div>
      {brushes && <TrailStrip trail={trail} at={value.length} before={before} go={go} />}
      <p className="brush-line">
        <span>{before.held ? words.brush.beforeShown : done(value.length, brushes !== null, able)}</span>
        <span>{hand && grid ? cellUnder(hand, grid) : value.length > 0 && said}</span>
      </p>
    </>
  );
}

/** The cells of the layer that strokes take; of several brushes, those where anything is otherwise than it was. */
function useCells(
  strokes: readonly Stroke[],
  wired: readonly string[] | null,
  { height, width }: { readonly height: number; readonly width: number },
  rows: number,
  columns: number,
): ArrayLike<number> {
  return useMemo(() => {
    if (wired === null) return adaptiveMaxPool(paintStrokes(strokes, height, width), rows, columns).data;
    const brushes = Object.fromEntries(wired.map((port) => [port, [0]]));
    const edits = unitEdits(strokes, brushes, [height, width], [rows, columns]);
    return Array.from({ length: rows * columns }, (_, at) =>
      edits.some(({ region }) => region.data[at] === 1) ? 1 : 0,
    );
  }, [strokes, wired, height, width, rows, columns]);
}

interface BrushInProps extends Pick<Props, "preview" | "width"> {
  readonly hand: Hand;
  readonly grid: Grid | null;
  readonly height: number;
  /** One of several brushes. */
  readonly several: boolean;
}

/** The brush in the hand, where the hand is. */
function BrushIn({ hand: { x, y, touch }, grid, preview, width, height, several }: BrushInProps) {
  const size = useStore(brush, (state) => state.size);
  const dab = useMemo((): Stroke[] => [{ mode: "paint", size, points: [[x, y]] }], [size, x, y]);
  const { rows, columns } = grid ?? { rows: 1, columns: 1 };
  const taken = useCells(dab, null, preview, rows, columns);
  const place = {
    x: x * width,
    y: y * height,
    radius: (size * Math.min(width, height)) / 2,
    erases: touch.mode === "erase",
    givesBack: several && touch.brush === undefined,
  };
  return <BrushMark place={place} grid={grid} taken={grid && taken} width={width} height={height} />;
}

function done(strokes: number, several: boolean, able: boolean): string {
  if (strokes > 0) return words.brush.strokes(count(strokes), strokes === 1);
  if (!several) return words.brush.hint;
  return able ? words.brush.hintUnits : words.brush.hintWire;
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
