import { app } from "../app.ts";
import type { Box } from "../box.ts";
import { edit } from "../edit.ts";
import { nodeOf } from "../nodeOf.ts";
import type { Boxes, Places } from "./align.ts";

/** The boxes of nodes where the document has them; of a node that is not drawn yet there is none. */
export function boxesOf(ids: Iterable<string>): Boxes {
  const boxes = new Map<string, Box>();
  for (const id of ids) {
    const node = nodeOf(app.document, id);
    const size = app.stage?.sizes.get(id);
    if (!node || !size) continue;
    const [left, top] = node.at;
    boxes.set(id, { left, top, right: left + size.width, bottom: top + size.height });
  }
  return boxes;
}

/** Moves nodes there as one step of the history; they glide. */
export function arrange(label: string, places: Places): void {
  const before = app.document;
  app.store.change(label, edit.moveNodes(places));
  if (app.document !== before) app.stage?.glide.next();
}
