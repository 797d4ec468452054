import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useStore } from "zustand";
import { isDark, settings } from "../settings.ts";
import { ActionButton } from "./ActionButton.tsx";

/** The way to the other theme, as what comes then. */
export function ThemeButton() {
  useStore(settings, ({ theme }) => theme);
  return <ActionButton id="theme" icon={isDark() ? Sun : Moon} />;
}
