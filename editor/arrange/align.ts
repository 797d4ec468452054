import { around, type Box } from "../box.ts";
import type { Point } from "../edit.ts";

export type Boxes = ReadonlyMap<string, Box>;
export type Places = ReadonlyMap<string, Point>;

/** What nodes are brought in line by: three sides across, three down. */
export const sides = ["left", "centre", "right", "top", "middle", "bottom"] as const;
export type Side = (typeof sides)[number];

/** Where boxes stand once all share a side, or the middle, of the box round them. */
export function align(boxes: Boxes, side: Side): Places {
  const all = around([...boxes.values()]);
  const places = new Map<string, Point>();
  if (all) for (const [id, box] of boxes) places.set(id, aligned(box, all, side));
  return places;
}

function aligned({ left, top, right, bottom }: Box, all: Box, side: Side): Point {
  const [width, height] = [right - left, bottom - top];
  switch (side) {
    case "left":
      return [all.left, top];
    case "centre":
      return [Math.round((all.left + all.right - width) / 2), top];
    case "right":
      return [all.right - width, top];
    case "top":
      return [left, all.top];
    case "middle":
      return [left, Math.round((all.top + all.bottom - height) / 2)];
    case "bottom":
      return [left, all.bottom - height];
  }
}
