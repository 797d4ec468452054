/** A long row of boxes continued in rows below, where that shows them larger. */
import { around, type Box } from "../box.ts";
import type { Point } from "../edit.ts";

/** Between two rows. */
const gap = 56;
/** What a canvas is wide beside its height. */
const aspect = 1.3;
/** Rows come at a price: wires run back. They must show all larger by this at least. */
const worth = 1.25;

const widthOf = ({ left, right }: Box) => right - left;
const heightOf = ({ top, bottom }: Box) => bottom - top;

/** How each box moves. None moves where one row is best. */
export function fold(boxes: readonly Box[]): readonly Point[] {
  const parts = partsOf(boxes);
  const whole = rowsOf(parts, Infinity);
  let [best, bestScale] = [whole, scaleOf(whole) * worth];
  for (const from of parts)
    for (const to of parts) {
      const width = to.right - from.left;
      const rows = width > 0 ? rowsOf(parts, width) : [];
      if (rows.length > 1 && scaleOf(rows) > bestScale) [best, bestScale] = [rows, scaleOf(rows)];
    }
  return boxes.map((box) => wayOf(box, best));
}

/** Stretches of the row between which no box reaches. */
function partsOf(boxes: readonly Box[]): Box[] {
  const parts: Box[] = [];
  for (const box of [...boxes].sort((a, b) => a.left - b.left)) {
    const last = parts.at(-1);
    if (last && box.left < last.right) parts[parts.length - 1] = around([last, box]) as Box;
    else parts.push(box);
  }
  return parts;
}

/** Rows of parts, filled one after the other up to a width. */
function rowsOf(parts: readonly Box[], width: number): Box[] {
  const rows: Box[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (last && part.right - last.left <= width) rows[rows.length - 1] = around([last, part]) as Box;
    else rows.push(part);
  }
  return rows;
}

/** How large all appears on a canvas of one height. */
function scaleOf(rows: readonly Box[]): number {
  const height = rows.reduce((sum, row) => sum + heightOf(row), gap * (rows.length - 1));
  return 1 / Math.max(height, Math.max(...rows.map(widthOf)) / aspect);
}

function wayOf(box: Box, rows: readonly Box[]): Point {
  const [first] = rows;
  let top = first?.top ?? 0;
  for (const row of rows) {
    if (box.left < row.right) return [(first?.left ?? 0) - row.left, top - row.top];
    top += heightOf(row) + gap;
  }
  return [0, 0];
}
