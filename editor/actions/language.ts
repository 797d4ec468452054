import { settings } from "../settings.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** The other language, at once: nothing is loaded anew. */
export const language: Action = {
  id: "language",
  get label() {
    return words.actions.language;
  },
  perform: () => settings.setState({ language: settings.getState().language === "en" ? "zh-Hans" : "en" }),
};
