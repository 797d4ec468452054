import { unwired } from "../piece.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { insert, selectedPiece } from "./clipboard.ts";

/** Copies the selection beside itself, with the wires that enter it. */
export const duplicate: Action = {
  id: "duplicate",
  get label() {
    return words.actions.duplicate;
  },
  shortcut: "Mod+D",
  perform() {
    const piece = selectedPiece();
    if (piece) insert(piece, [0, 0]);
  },
  enabled: () => selectedPiece() !== null,
};

/** The same without the wires that enter from outside the selection. */
export const duplicateAlone: Action = {
  id: "duplicateAlone",
  get label() {
    return words.actions.duplicateAlone;
  },
  shortcut: "Mod+Shift+D",
  perform() {
    const piece = selectedPiece();
    if (piece) insert(unwired(piece), [0, 0]);
  },
  enabled: () => selectedPiece() !== null,
};
