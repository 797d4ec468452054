import { newGraph as open } from "../session.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const newGraph: Action = {
  id: "newGraph",
  get label() {
    return words.actions.newGraph;
  },
  perform: open,
};
