import { exportJson } from "../handing/share.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const exportGraph: Action = {
  id: "exportGraph",
  get label() {
    return words.actions.exportGraph;
  },
  shortcut: "Mod+E",
  perform: () => void exportJson(),
};
