import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { clipboard, selectedPiece } from "./clipboard.ts";

export const copy: Action = {
  id: "copy",
  get label() {
    return words.actions.copy;
  },
  shortcut: "Mod+C",
  native: true,
  perform() {
    const piece = selectedPiece();
    if (piece) void navigator.clipboard?.writeText(clipboard.hold(piece)).catch(() => undefined);
  },
  enabled: () => selectedPiece() !== null,
};
