import { app } from "../app.ts";
import { compareInLightbox, hasPicture, openLightbox } from "../lightbox/openLightbox.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Shows the picture of the selected node over the whole window; of two selected nodes, one against the other. */
export const lookClosely: Action = {
  id: "lookClosely",
  get label() {
    return words.actions.lookClosely;
  },
  shortcut: "L",
  perform() {
    const [first, second] = app.selection.getState().nodes;
    if (first !== undefined && second !== undefined) compareInLightbox(first, second);
    else if (first !== undefined) openLightbox(first);
  },
  enabled() {
    const { nodes } = app.selection.getState();
    return (nodes.size === 1 || nodes.size === 2) && [...nodes].every(hasPicture);
  },
};
