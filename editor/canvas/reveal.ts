import type { Stage } from "./stage.ts";

/** Brings a node into view that lies outside. */
export function reveal(stage: Stage, id: string): void {
  const box = stage.boxOf(id);
  const view = stage.visible();
  if (
    box &&
    (box.right < view.left || box.left > view.right || box.bottom < view.top || box.top > view.bottom)
  )
    stage.centreOn([(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
}
