import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Closes what is open over the canvas, else lets the selection go. */
export const letGo: Action = {
  id: "letGo",
  get label() {
    return words.actions.letGo;
  },
  shortcut: "Escape",
  perform() {
    const { open, notice, closeUp } = app.surroundings.getState();
    if (closeUp !== null) app.surroundings.setState({ closeUp: null });
    else if (open) app.surroundings.setState({ open: null });
    else if (notice) app.surroundings.setState({ notice: null });
    else app.selection.clear();
  },
};
