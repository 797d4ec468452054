import { isDark, settings } from "../settings.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const theme: Action = {
  id: "theme",
  get label() {
    return words.actions.theme;
  },
  perform: () => settings.setState({ theme: isDark() ? "light" : "dark" }),
};
