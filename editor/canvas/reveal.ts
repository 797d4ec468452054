import { meets } from "../box.ts";
import type { Stage } from "./stage.ts";

/** Brings a node into view that lies outside. */
export function reveal(stage: Stage, id: string): void {
  const box = stage.boxOf(id);
  if (box && !meets(box, stage.visible()))
    stage.centreOn([(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
}
