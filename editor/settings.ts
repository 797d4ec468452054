import { createStore } from "zustand/vanilla";
import { type Language, languages, speak } from "./words.ts";

export type Theme = "system" | "dark" | "light";

/** Choices that stay with this browser and belong to no graph. */
export interface Settings {
  readonly theme: Theme;
  readonly language: Language;
}

/** A setting kept from the last visit; null where the browser keeps nothing. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode: the choice holds until the page closes.
  }
}

export const settings = createStore<Settings>(() => {
  const theme = recall("ganglion.theme");
  const language = firstLanguage(recall("ganglion.language"));
  speak(language);
  return { theme: theme === "dark" || theme === "light" ? theme : "system", language };
});

/** The one chosen before, else the first that the browser's owner reads. */
function firstLanguage(kept: string | null): Language {
  if (kept !== null && kept in languages) return kept as Language;
  const read = globalThis.navigator?.languages ?? [];
  return read
    .find((each) => /^(en|zh)\b/i.test(each))
    ?.toLowerCase()
    .startsWith("zh")
    ? "zh-Hans"
    : "en";
}

settings.subscribe(({ theme, language }, before) => {
  document.documentElement.dataset.theme = theme;
  keep("ganglion.theme", theme);
  if (language === before.language) return;
  speak(language);
  document.documentElement.lang = language;
  keep("ganglion.language", language);
});

/** True where dark is on show, whoever chose it. */
export function isDark(): boolean {
  const { theme } = settings.getState();
  return theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
