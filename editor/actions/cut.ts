import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { selectedPiece } from "./clipboard.ts";
import { copy } from "./copy.ts";
import { remove } from "./remove.ts";

export const cut: Action = {
  id: "cut",
  get label() {
    return words.actions.cut;
  },
  shortcut: "Mod+X",
  native: true,
  perform() {
    copy.perform();
    removeCopied();
  },
  enabled: () => copy.enabled?.() ?? true,
};

/** Of a selected frame its nodes go too: they were copied. */
export function removeCopied(): void {
  const piece = selectedPiece();
  if (piece) app.selection.nodes(piece.nodes.map(({ id }) => id));
  remove.perform();
}
