import { app } from "../app.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Puts the cursor into the search of the palette, which opens first where it is folded away. */
export const find: Action = {
  id: "find",
  get label() {
    return words.actions.find;
  },
  shortcut: "/",
  perform() {
    const field = () => document.querySelector<HTMLInputElement>("#find-node");
    if (field()?.checkVisibility()) {
      field()?.focus();
      return;
    }
    app.surroundings.setState({ open: "palette" });
    requestAnimationFrame(() => field()?.focus());
  },
};
