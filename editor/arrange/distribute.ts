import type { Box } from "../box.ts";
import type { Point } from "../edit.ts";
import type { Boxes, Places } from "./align.ts";

export const axes = ["horizontal", "vertical"] as const;
export type Axis = (typeof axes)[number];

/** Where boxes stand once the gaps between them are equal. The first and the last stay, and so does the order. */
export function distribute(boxes: Boxes, axis: Axis): Places {
  const [start, end] = axis === "horizontal" ? (["left", "right"] as const) : (["top", "bottom"] as const);
  const middle = (box: Box) => box[start] + box[end];
  const row = [...boxes].sort(([a, one], [b, other]) => middle(one) - middle(other) || (a < b ? -1 : 1));
  const [first, last] = [row[0]?.[1], row.at(-1)?.[1]];
  const places = new Map<string, Point>();
  if (!first || !last || row.length < 3) return places;
  const taken = row.reduce((sum, [, box]) => sum + box[end] - box[start], 0);
  const gap = (last[end] - first[start] - taken) / (row.length - 1);
  let at = first[start];
  for (const [id, box] of row) {
    const to = Math.round(at);
    places.set(id, axis === "horizontal" ? [to, box.top] : [box.left, to]);
    at += box[end] - box[start] + gap;
  }
  return places;
}
