import { app } from "../app.ts";
import { edit, type Piece } from "../edit.ts";
import { words } from "../words.ts";

const format = "ganglion/piece";

let held: Piece | null = null;
let pasted = 0;

/** The selected nodes and the wires that enter them; null where none is selected. */
export function selectedPiece(): Piece | null {
  const { nodes: ids } = app.selection.getState();
  if (ids.size === 0) return null;
  const { nodes, wires } = app.document;
  return {
    nodes: nodes.filter(({ id }) => ids.has(id)),
    wires: wires.filter(({ to }) => ids.has(to[0])),
  };
}

function hold(piece: Piece): string {
  held = piece;
  pasted = 0;
  return JSON.stringify({ format, ...piece });
}

/** Pastes a piece a little lower and further right each time, and selects the copies. */
function insert(piece: Piece): void {
  pasted += 1;
  let added: readonly string[] = [];
  const note = (ids: readonly string[]) => {
    added = ids;
  };
  app.store.change(words.changes.paste, edit.paste(piece, [24 * pasted, 24 * pasted], note));
  app.selection.nodes(added);
}

function pieceIn(text: string): Piece | null {
  try {
    const json = JSON.parse(text) as Partial<Piece> & { format?: unknown };
    if (json.format !== format || !Array.isArray(json.nodes) || !Array.isArray(json.wires)) return null;
    const sound = json.nodes.every(
      ({ id, type, at }) => typeof id === "string" && typeof type === "string" && at?.length === 2,
    );
    return sound ? { nodes: json.nodes, wires: json.wires } : null;
  } catch {
    return null;
  }
}

export const clipboard = {
  hold,
  insert,
  pieceIn,
  get held(): Piece | null {
    return held;
  },
};
