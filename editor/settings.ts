import { createStore } from "zustand/vanilla";

export type Theme = "system" | "dark" | "light";

/** Choices that stay with this browser and belong to no graph. */
export interface Settings {
  readonly theme: Theme;
}

/** A setting kept from the last visit; null where the browser keeps nothing. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode: the choice holds until the page closes.
  }
}

export const settings = createStore<Settings>(() => {
  const theme = recall("ganglion.theme");
  return { theme: theme === "dark" || theme === "light" ? theme : "system" };
});

settings.subscribe(({ theme }) => {
  document.documentElement.dataset.theme = theme;
  keep("ganglion.theme", theme);
});

/** True where dark is on show, whoever chose it. */
export function isDark(): boolean {
  const { theme } = settings.getState();
  return theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
