import type { Frame } from "../../engine/document.ts";
import { around, type Box } from "../box.ts";

const pad = { left: 10, top: 26, right: 10, bottom: 14 } as const;

/** Where each frame lies, by id: round its nodes, and round the frames whose nodes are among its own. Outer frames come first. */
export function frameBoxes(
  frames: readonly Frame[],
  boxOf: (node: string) => Box | null,
): ReadonlyMap<string, Box> {
  const inner = frames.toSorted((a, b) => a.nodes.length - b.nodes.length);
  const found: { readonly nodes: ReadonlySet<string>; readonly id: string; readonly box: Box }[] = [];
  for (const { id, nodes } of inner) {
    const own = new Set(nodes);
    const inside = found.filter((frame) => isWithin(frame.nodes, own));
    const box = around([...nodes.flatMap((node) => boxOf(node) ?? []), ...inside.map((frame) => frame.box)]);
    if (box) found.push({ id, nodes: own, box: padded(box) });
  }
  return new Map(found.reverse().map(({ id, box }) => [id, box]));
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((id) => all.has(id));

const padded = ({ left, top, right, bottom }: Box): Box => ({
  left: left - pad.left,
  top: top - pad.top,
  right: right + pad.right,
  bottom: bottom + pad.bottom,
});
