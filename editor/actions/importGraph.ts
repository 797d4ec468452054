import { openFile } from "../handing/openForeign.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const importGraph: Action = {
  id: "importGraph",
  get label() {
    return words.actions.importGraph;
  },
  shortcut: "Mod+O",
  always: true,
  perform() {
    const field = document.createElement("input");
    field.type = "file";
    field.accept = ".json,.png,application/json,image/png";
    field.addEventListener("change", () => {
      const file = field.files?.[0];
      if (file) void openFile(file);
    });
    field.click();
  },
};
