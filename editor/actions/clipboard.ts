import { app } from "../app.ts";
import { around } from "../box.ts";
import type { Point } from "../edit.ts";
import { cornerOf, type Piece, paste, pieceOf } from "../piece.ts";
import { isPieceText, readPiece, writePiece } from "../pieceText.ts";
import { words } from "../words.ts";

/** Copies that come to lie on one another are moved apart by this. */
const apart = 24;
/** The pointer holds a pasted piece at its first header. */
const grip: Point = [40, 14];

let held: string | null = null;

/** The selected nodes and frames and the wires that enter them; null where none is selected. */
export function selectedPiece(): Piece | null {
  const { nodes, frame } = app.selection.getState();
  const framed = app.document.frames.find(({ id }) => id === frame)?.nodes ?? [];
  const ids = new Set([...nodes, ...framed]);
  return ids.size === 0 ? null : pieceOf(app.document, ids);
}

/** Keeps a piece to be pasted, and gives it as text. */
function hold(piece: Piece): string {
  held = writePiece(piece, app.store.getState().id);
  return held;
}

/** Puts copies in, away from those that are there already, and selects them. */
export function insert(piece: Piece, by: Point): void {
  let added: readonly string[] = [];
  const note = (ids: readonly string[]) => {
    added = ids;
  };
  app.store.change(words.changes.paste, paste(piece, clearOf(piece, by), note));
  app.selection.nodes(added);
}

function clearOf({ nodes }: Piece, [x, y]: Point): Point {
  const taken = new Set(app.document.nodes.map(({ at }) => at.join()));
  let by: Point = [x, y];
  while (nodes.some(({ at }) => taken.has(`${at[0] + by[0]},${at[1] + by[1]}`)))
    by = [by[0] + apart, by[1] + apart];
  return by;
}

/** To the pointer where it is over the canvas; else beside the original, or to the middle where that is out of sight. */
function wayFor(piece: Piece): Point {
  const { stage } = app;
  const [left, top] = cornerOf(piece);
  const to = ([x, y]: Point): Point => [Math.round((x - left) / 4) * 4, Math.round((y - top) / 4) * 4];
  if (!stage) return [0, 0];
  if (stage.container.matches(":hover")) {
    const [x, y] = stage.pointer();
    return to([x - grip[0], y - grip[1]]);
  }
  const view = stage.visible();
  const seen = ({ at: [x, y] }: Piece["nodes"][number]) =>
    x > view.left && x < view.right && y > view.top && y < view.bottom;
  if (piece.nodes.some(seen)) return [0, 0];
  const box = around(
    piece.nodes.map(({ at: [x, y] }) => ({ left: x, top: y, right: x + 132, bottom: y + 120 })),
  );
  const [width, height] = box ? [box.right - box.left, box.bottom - box.top] : [0, 0];
  return to([(view.left + view.right - width) / 2, (view.top + view.bottom - height) / 2]);
}

/** Pastes a piece that comes as text. What is wrong with it is told with path and reason; nothing changes then. */
async function insertText(text: string, wired: boolean): Promise<void> {
  try {
    const { id, document } = app.store.getState();
    const piece = await readPiece(text, app.catalogue, wired ? { id, document } : null);
    if (piece.nodes.length > 0) insert(piece, wayFor(piece));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.say(words.notPasted(reason), "error");
  }
}

export const clipboard = {
  hold,
  insertText,
  holds: isPieceText,
  get held(): string | null {
    return held;
  },
};
