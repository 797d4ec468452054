import type { Box } from "../box.ts";

/** Key of an arrow, and the way it points. */
export const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const middle = ({ left, right, top, bottom }: Box) => [(left + right) / 2, (top + bottom) / 2] as const;

/** The node that lies nearest in a direction: what is aside counts twice. Null where nothing lies there. */
export function nearest(
  boxes: ReadonlyMap<string, Box>,
  from: string,
  [dx, dy]: readonly [number, number],
): string | null {
  const start = boxes.get(from);
  if (!start) return null;
  const [x, y] = middle(start);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, box] of boxes) {
    const [bx, by] = middle(box);
    const along = (bx - x) * dx + (by - y) * dy;
    const aside = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
    if (id === from || along <= 0 || along + 2 * aside >= least) continue;
    [best, least] = [id, along + 2 * aside];
  }
  return best;
}
