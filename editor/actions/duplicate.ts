import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { selectedPiece } from "./clipboard.ts";

/** Copies the selection beside itself, with the wires that enter it. */
export const duplicate: Action = {
  id: "duplicate",
  get label() {
    return words.actions.duplicate;
  },
  shortcut: "Mod+D",
  perform() {
    const piece = selectedPiece();
    if (!piece) return;
    let added: readonly string[] = [];
    const note = (ids: readonly string[]) => {
      added = ids;
    };
    app.store.change(words.changes.paste, edit.paste(piece, [24, 24], note));
    app.selection.nodes(added);
  },
  enabled: () => app.selection.getState().nodes.size > 0,
};
