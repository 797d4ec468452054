import { app } from "../app.ts";
import { showHints } from "../hints.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const hints: Action = {
  id: "hints",
  get label() {
    return words.actions.hints;
  },
  perform() {
    app.surroundings.setState({ open: null });
    showHints();
  },
};
