import { app } from "../app.ts";
import { wiresOf } from "../wiresOf.ts";
import type { Dragged, End } from "./drag.ts";

/**
 * The socket at a place of the screen. Over the rest of a node it is the first free one that takes the wire on its way; null where
 * there is none.
 */
export function socketUnder(x: number, y: number, dragged: Dragged): End | null {
  const under = document.elementFromPoint(x, y);
  const node = under?.closest<HTMLElement>("[data-node]")?.dataset.node;
  if (node === undefined) return null;
  const own = under?.closest<HTMLElement>("[data-port]")?.dataset.port;
  return own === undefined ? firstFree(node, dragged) : endOf(node, own);
}

function endOf(node: string, key: string): End | null {
  const [side, port] = key.split(/:(.*)/s);
  return port !== undefined && (side === "in" || side === "out") ? { node, side, port } : null;
}

/** A wire that is pulled off a node is not to stick to it again. */
function firstFree(node: string, { fits, lifted }: Dragged): End | null {
  if (lifted?.to[0] === node || lifted?.from[0] === node) return null;
  const { entering } = wiresOf(app.document.wires, node);
  const ends = [...(fits.get(node) ?? [])].flatMap((key) => endOf(node, key) ?? []);
  return ends.find(({ side, port }) => side === "out" || !entering.has(port)) ?? null;
}
